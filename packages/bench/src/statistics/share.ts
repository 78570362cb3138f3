/** How many of how many. */
export interface Share {
  readonly stopped: number;
  readonly total: number;
}

export function shareOf<Item>(items: readonly Item[], isStopped: (item: Item) => boolean): Share {
  return { stopped: items.filter(isStopped).length, total: items.length };
}

/** Not a number where there was nothing to stop: no share of nothing is good or bad. */
export function rate({ stopped, total }: Share): number {
  return stopped / total;
}
