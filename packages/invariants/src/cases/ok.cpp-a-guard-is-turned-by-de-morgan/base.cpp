bool Policy::permits(const Request &request) const {
  if (!request.signed_by(owner_) || request.expired(now_)) {
    return false;
  }
  return rules_.match(request.path());
}
