/**
 * The chance that a positive scores higher than a negative, a tie being half a win (Mann-Whitney): 1 is a perfect order,
 * 0.5 is chance. Undefined without both.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  const sorted = negatives.toSorted((a, b) => a - b);
  let wins = 0;
  for (const score of positives) wins += (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2;
  return wins / (positives.length * negatives.length);
}

function countBelow(sorted: readonly number[], score: number, orEqual: boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = sorted[middle] as number;
    if (value < score || (orEqual && value === score)) from = middle + 1;
    else to = middle;
  }
  return from;
}
