#include <cstring>

void Header::parse(const unsigned char *bytes, std::size_t size) {
  if (size < kHeaderSize) {
    throw ParseError("short header");
  }
  std::memcpy(&magic_, bytes, sizeof(magic_));
  std::strncpy(name_, reinterpret_cast<const char *>(bytes) + 4, sizeof(name_));
}
