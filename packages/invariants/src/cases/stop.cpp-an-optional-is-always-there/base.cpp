#include <filesystem>
#include <optional>

namespace fs = std::filesystem;

std::optional<fs::path> FileServer::resolve(const std::string &name) const {
  const fs::path path = fs::weakly_canonical(root_ / name);
  const auto [end, ignored] = std::mismatch(root_.begin(), root_.end(), path.begin());
  if (end != root_.end()) {
    return std::nullopt;
  }
  return path;
}
