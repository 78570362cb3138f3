/* eslint-disable no-eval */
export function legacy(formula) {
  return eval(formula);
}
/* eslint-enable no-eval */

export function current(row) {
  return eval(row.rule);
}
