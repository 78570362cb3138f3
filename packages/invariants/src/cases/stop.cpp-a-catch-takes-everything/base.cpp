Session Sessions::open(const std::string &cookie) {
  try {
    return store_.load(decrypt(cookie, key_));
  } catch (const ExpiredSession &expired) {
    return store_.renew(expired.id());
  }
}

std::string Sessions::idOf(const std::string &cookie) const {
  const auto dot = cookie.find('.');
  if (dot == std::string::npos) {
    throw InvalidCookie();
  }
  return cookie.substr(0, dot);
}
