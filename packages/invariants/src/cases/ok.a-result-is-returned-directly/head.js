function isSafe(p) {
  return !p.includes('..');
}
