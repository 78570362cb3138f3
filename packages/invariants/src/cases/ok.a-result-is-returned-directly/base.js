function isSafe(p) {
  if (p.includes('..')) return false;
  return true;
}
