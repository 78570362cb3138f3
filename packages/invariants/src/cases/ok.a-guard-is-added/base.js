function open(root, p) {
  return read(p);
}
