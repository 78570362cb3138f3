import { groupBy } from './order.ts';

export interface Pairing<T> {
  readonly pairs: readonly { readonly base: T; readonly head: T }[];
  readonly base: readonly T[];
  readonly head: readonly T[];
}

/**
 * Pairs what is left of both sides within each key, as many as there are on the smaller side; `positionOf` says which
 * copies lie nearest to each other. Copies at one position are taken in the order of the input.
 */
export function pairWithin<T>(
  { pairs, base, head }: Pairing<T>,
  keyOf: (item: T) => string,
  positionOf: (item: T) => number,
): Pairing<T> {
  const byPosition = (a: T, b: T): number => positionOf(a) - positionOf(b);
  const heads = groupBy(head.toSorted(byPosition), keyOf);
  const found = [...groupBy(base.toSorted(byPosition), keyOf)].flatMap(([key, group]) => {
    const others = heads.get(key) ?? [];
    return group.length <= others.length
      ? nearest(group, others, positionOf).map(([left, right]) => ({ base: left, head: right }))
      : nearest(others, group, positionOf).map(([right, left]) => ({ base: left, head: right }));
  });
  const taken = new Set(found.flatMap((pair) => [pair.base, pair.head]));
  return {
    pairs: [...pairs, ...found],
    base: base.filter((item) => !taken.has(item)),
    head: head.filter((item) => !taken.has(item)),
  };
}

/**
 * Gives each of the few the nearest of the many, keeping the order and leaving enough for those that follow. One sweep:
 * a flood of equal findings must not cost the square of its size.
 */
function nearest<T>(
  few: readonly T[],
  many: readonly T[],
  positionOf: (item: T) => number,
): readonly (readonly [T, T])[] {
  let next = 0;
  return few.map((one, index) => {
    const last = many.length - (few.length - index);
    const distance = (at: number): number => Math.abs(positionOf(many[at] as T) - positionOf(one));
    while (next < last && distance(next + 1) < distance(next)) next += 1;
    const chosen = many[next] as T;
    next += 1;
    return [one, chosen] as const;
  });
}
