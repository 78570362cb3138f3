const Key &KeyRing::find(const std::string &id) const {
  auto found = keys_.find(id);
  if (found == keys_.end()) {
    throw UnknownKey(id);
  }
  return found->second;
}

void KeyRing::revoke(const std::string &id, const Session &session) {
  if (!session.admin()) {
    throw Forbidden(id);
  }
  keys_.erase(id);
}
