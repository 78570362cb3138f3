#include <cstdlib>
#include <string>

int Converter::convert(const std::string &source, const std::string &target) {
  if (source.empty() || target.empty()) {
    return -1;
  }
  return spawn({"convert", "--", source, target});
}

std::string Converter::version() const {
  static const std::string version = capture({"convert", "--version"});
  return version.substr(0, version.find('\n'));
}
