export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of a share (Wilson 1927): unlike the textbook one it says something where nothing or everything was
 * stopped. Cases count as independent. Undefined where there was none.
 */
export function wilson(stopped: number, total: number): Interval | undefined {
  if (total === 0) return undefined;
  const share = stopped / total;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  // At the ends rounding would leave a crumb where the formula gives exactly 0 or 1.
  return {
    low: stopped === 0 ? 0 : (middle - spread) / scale,
    high: stopped === total ? 1 : (middle + spread) / scale,
  };
}
