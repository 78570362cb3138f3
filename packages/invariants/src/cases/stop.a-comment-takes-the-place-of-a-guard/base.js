function pay(account, amount) {
  if (amount > account.limit) throw new RangeError('limit');
  account.pay(amount);
}
