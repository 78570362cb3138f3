class Files {
 public:
  std::string read(const std::string &name) const {
    if (name.find("..") != std::string::npos) {
      throw std::invalid_argument("name");
    }
    return slurp(root_ + "/" + name);
  }

 private:
  std::string root_;
};
