function open(root, p) {
  if (!p.startsWith(root)) throw new Error('outside');
  return read(p);
}
