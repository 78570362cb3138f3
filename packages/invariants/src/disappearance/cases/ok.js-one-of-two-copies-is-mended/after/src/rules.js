export function first(formula) {
  return compute(formula);
}

export function second(formula) {
  return eval(formula);
}
