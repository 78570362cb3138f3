#include <stdexcept>
#include <vector>

namespace image {

class Bitmap {
 public:
  Bitmap(std::size_t width, std::size_t height) : width_(width), height_(height), pixels_(width * height) {}

  void set(std::size_t x, std::size_t y, unsigned color) {
    if (x >= width_ || y >= height_) {
      throw std::out_of_range("pixel");
    }
    pixels_.data()[y * width_ + x] = color;
  }

 private:
  std::size_t width_;
  std::size_t height_;
  std::vector<unsigned> pixels_;
};

}  // namespace image
