Status Accounts::Withdraw(Id id, long amount) {
  if (amount <= 0) {
    return Status::InvalidArgument("amount");
  }
  Account *account = Find(id);
  if (account == nullptr) {
    return Status::NotFound("account");
  }
  if (account->balance < amount) {
    return Status::FailedPrecondition("balance");
  }
  account->balance -= amount;
  return Status::OK();
}

Account *Accounts::Find(Id id) {
  auto found = accounts_.find(id);
  return found == accounts_.end() ? nullptr : &found->second;
}
