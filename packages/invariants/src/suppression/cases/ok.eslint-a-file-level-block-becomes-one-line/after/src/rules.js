export function legacy(formula) {
  return eval(formula); // eslint-disable-line no-eval
}

export function other(a, b) {
  return a + b;
}
