export function blank(n) {
  const first = new Buffer(n);
  const second = Buffer(10);
  return [first, second];
}
