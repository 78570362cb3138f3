/** A tree that could be measured. */
export interface Candidate {
  /** Whether it has to be, as far as there is room: where something was stopped, or where the line begins or ends. */
  readonly isKey: boolean;
}

/**
 * Which of many are measured where not all can be: the first and the last, those that were stopped, the newest of them first, and of the others as many
 * as there is room for, evenly apart. By what they are and not by how long it takes, so that two reports of one loop have the same points.
 */
export function chooseMeasured<Item extends Candidate>(items: readonly Item[], most: number): ReadonlySet<Item> {
  if (items.length <= most) return new Set(items);
  const ends = [items.at(-1), items[0]].flatMap((item) => item ?? []);
  const keys = items.filter(({ isKey }) => isKey).reverse();
  const chosen = new Set([...ends, ...keys].slice(0, most));
  const others = items.filter((item) => !chosen.has(item));
  const room = Math.max(0, most - chosen.size);
  for (let at = 0; at < room; at += 1) {
    const item = others[Math.floor(((at + 0.5) * others.length) / room)];
    if (item !== undefined) chosen.add(item);
  }
  return chosen;
}
