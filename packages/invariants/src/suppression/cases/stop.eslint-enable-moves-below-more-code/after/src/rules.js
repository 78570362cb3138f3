/* eslint-disable no-eval */
export function legacy(formula) {
  return eval(formula);
}
export function current(row) {
  return eval(row.rule);
}
/* eslint-enable no-eval */
