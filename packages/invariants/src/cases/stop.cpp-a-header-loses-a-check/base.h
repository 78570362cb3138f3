#pragma once

#include <cstddef>

namespace net {

class Buffer {
 public:
  const unsigned char *at(std::size_t offset, std::size_t size) const {
    if (offset > size_ || size > size_ - offset) return nullptr;
    return bytes_ + offset;
  }

 private:
  const unsigned char *bytes_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace net
