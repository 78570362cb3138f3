class Files {
 public:
  std::string read(const std::string &name) const {
    require_plain(name);
    return slurp(root_ + "/" + name);
  }

 private:
  static void require_plain(const std::string &name) {
    if (name.find("..") != std::string::npos) {
      throw std::invalid_argument("a name may not leave its folder: " + name);
    }
  }

  std::string root_;
};
