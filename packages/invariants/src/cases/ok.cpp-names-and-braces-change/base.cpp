Status Accounts::Withdraw(Id id, long n)
{
    if (n <= 0) return Status::InvalidArgument("amount");
    Account* a = Find(id);
    if (a == nullptr) return Status::NotFound("account");
    if (a->balance < n) return Status::FailedPrecondition("balance");
    a->balance -= n;
    return Status::OK();
}

Account *Accounts::Find(Id id) {
  auto found = accounts_.find(id);
  return found == accounts_.end() ? nullptr : &found->second;
}
