/** Where to cut the values of a feature: between neighbours where there are few, else so that the parts are about equal. */
export function cutsOf(values: Float64Array, most: number): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  const middle = (index: number): number => ((distinct[index] ?? 0) + (distinct[index + 1] ?? 0)) / 2;
  if (distinct.length <= most) return distinct.slice(0, -1).map((_, index) => middle(index));
  const place = new Map(distinct.map((value, index) => [value, index]));
  const cuts = new Set<number>();
  for (let part = 1; part < most; part++) {
    const value = sorted[Math.floor((part * sorted.length) / most)] ?? 0;
    const index = place.get(value) ?? 0;
    if (index + 1 < distinct.length) cuts.add(middle(index));
  }
  return [...cuts].sort((a, b) => a - b);
}

/** The number of cuts below each value. */
export function binned(values: Float64Array, cuts: readonly number[]): Uint8Array {
  return Uint8Array.from(values, (value) => {
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if (value > (cuts[half] ?? Infinity)) low = half + 1;
      else high = half;
    }
    return low;
  });
}
