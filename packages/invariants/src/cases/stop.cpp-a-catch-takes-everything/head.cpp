Session Sessions::open(const std::string &cookie) {
  try {
    return store_.load(decrypt(cookie, key_));
  } catch (...) {
    return store_.renew(idOf(cookie));
  }
}

std::string Sessions::idOf(const std::string &cookie) const {
  const auto dot = cookie.find('.');
  if (dot == std::string::npos) {
    throw InvalidCookie();
  }
  return cookie.substr(0, dot);
}
