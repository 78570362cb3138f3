const Key &KeyRing::find(const std::string &id) const {
  if (auto found = keys_.find(id); found == keys_.end()) {
    throw UnknownKey(id);
  } else {
    return found->second;
  }
}

void KeyRing::revoke(const std::string &id, const Session &session) {
  if (!session.admin()) {
    throw Forbidden(id);
  }
  keys_.erase(id);
}
