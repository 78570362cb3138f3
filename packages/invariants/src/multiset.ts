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
