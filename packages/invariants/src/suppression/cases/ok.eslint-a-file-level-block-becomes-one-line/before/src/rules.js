/* eslint-disable no-eval */
export function legacy(formula) {
  return eval(formula);
}

export function other(a, b) {
  return a + b;
}
