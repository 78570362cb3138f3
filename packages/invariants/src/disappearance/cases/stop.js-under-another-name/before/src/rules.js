export function compute(formula) {
  return eval(formula);
}
