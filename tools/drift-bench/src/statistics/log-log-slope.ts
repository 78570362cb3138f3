/**
 * The slope of a line through the logarithms of both (least squares): 1 where time grows as the input does, 2 where it
 * grows with its square. Undefined for fewer than two different inputs. What is not positive has no logarithm and is left out.
 */
export function logLogSlope(points: readonly (readonly [input: number, time: number])[]): number | undefined {
  const logs = points
    .filter(([input, time]) => input > 0 && time > 0)
    .map(([input, time]) => [Math.log(input), Math.log(time)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const variance = total(logs.map(([x]) => (x - meanX) ** 2));
  return variance > 0 ? total(logs.map(([x, y]) => (x - meanX) * (y - meanY))) / variance : undefined;
}

function mean(values: readonly number[]): number {
  return total(values) / values.length;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
