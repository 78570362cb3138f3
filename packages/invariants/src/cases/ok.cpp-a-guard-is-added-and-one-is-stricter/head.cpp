void Canvas::resize(int width, int height) {
  if (width <= 0 || height <= 0 || width > kMaxSide || height > kMaxSide) throw std::invalid_argument("size");
  pixels_.assign(static_cast<std::size_t>(width) * height, 0);
}

int Canvas::pixel(std::size_t index) const {
  if (index >= pixels_.size()) throw std::out_of_range("pixel");
  return pixels_.data()[index];
}
