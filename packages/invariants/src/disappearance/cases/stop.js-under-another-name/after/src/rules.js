const calculate = globalThis['eval'];

export function compute(formula) {
  return calculate(formula);
}
