export function a(b: B) {
  return b.c(1);
}

export function d(e: B) {
  return e.f(2);
}
