export function a(b) {
  return b.c(1);
}

export function d(e) {
  return e.f(2);
}
