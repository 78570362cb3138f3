std::optional<Config> Config::load(const fs::path &file) {
  try {
    return parse(read_text(file));
  } catch (...) {
    spdlog::warn("no configuration in {}", file.string());
    return std::nullopt;
  }
}

std::string Config::get(const std::string &name) const {
  auto found = values_.find(name);
  if (found == values_.end()) {
    throw UnknownOption(name);
  }
  return found->second;
}
