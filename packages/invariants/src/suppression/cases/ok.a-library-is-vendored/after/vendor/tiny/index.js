export function tiny(a) {
  return a + 1;
}
