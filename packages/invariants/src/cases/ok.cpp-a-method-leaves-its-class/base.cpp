class Mailbox {
 public:
  void put(const Letter &letter) {
    if (letter.size() > kMaxLetter) throw TooLarge(letter.id());
    if (letters_.size() >= quota_) throw Full(owner_);
    letters_.push_back(letter);
  }

 private:
  std::vector<Letter> letters_;
  std::size_t quota_ = 100;
};
