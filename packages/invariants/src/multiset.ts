/** Counts of keys. */
export class Multiset {
  private readonly counts = new Map<string, number>();

  add(key: string, by = 1): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }

  /** Takes one out, if there is one. */
  take(key: string): boolean {
    const count = this.counts.get(key) ?? 0;
    if (count < 1) return false;
    this.counts.set(key, count - 1);
    return true;
  }
}

/** The two lists without what both have: multisets, so two copies against one leave one. */
export function subtractBoth<T>(
  base: readonly T[],
  head: readonly T[],
  key: (item: T) => string,
): { readonly base: T[]; readonly head: T[] } {
  const left = (items: readonly T[], others: readonly T[]): T[] => {
    const available = new Multiset();
    for (const other of others) available.add(key(other));
    return items.filter((item) => !available.take(key(item)));
  };
  return { base: left(base, head), head: left(head, base) };
}

/** How items are told apart, and which of two that are equal is the other, moved. */
export interface Moves<T> {
  key(item: T): string;
  isMove(from: T, to: T): boolean;
  /** Where an item of base should be in head, and where one of head is, from the likeliest way to tell on. */
  readonly places: readonly { from(item: T): string; to(item: T): string }[];
}

const ANYWHERE = { from: (): string => '', to: (): string => '' };

/**
 * The two lists without what both have, where one of base counts as one of head only if it moved there. An equal one of head that is
 * left for one of base is a twin, and no gain: it is in neither list, and `twins` are those of base that have one.
 */
export function subtractMoved<T>(
  base: readonly T[],
  head: readonly T[],
  { key, isMove, places }: Moves<T>,
): { readonly base: T[]; readonly head: T[]; readonly twins: ReadonlySet<T> } {
  const waiting = new Set(head);
  let left = [...base];
  const pairUp = ({ from, to }: Moves<T>['places'][number], suits: Moves<T>['isMove']): void => {
    const there = groupBy([...waiting], (item) => `${key(item)}\0${to(item)}`);
    left = left.filter((item) => {
      const others = there.get(`${key(item)}\0${from(item)}`) ?? new Set();
      for (const other of others) if (suits(item, other)) return !(others.delete(other) && waiting.delete(other));
      return true;
    });
  };
  for (const place of [...places, ANYWHERE]) pairUp(place, isMove);
  const lost = left;
  pairUp(ANYWHERE, () => true);
  const alone = new Set(left);
  return { base: lost, head: [...waiting], twins: new Set(lost.filter((item) => !alone.has(item))) };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, Set<T>> {
  const groups = new Map<string, Set<T>>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.add(item);
    else groups.set(key(item), new Set([item]));
  }
  return groups;
}
