function f(kind) {
  if ('a' != kind) {
    throw new Error('kind');
  }
  return kind;
}
