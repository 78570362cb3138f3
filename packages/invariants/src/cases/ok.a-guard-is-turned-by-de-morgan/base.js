function go(a, b) {
  if (!a.ok || !b.ok) return null;
  return work(a, b);
}
