export function first(formula) {
  return eval(formula);
}

export function second(formula) {
  return eval(formula);
}
