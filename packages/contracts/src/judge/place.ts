/** One broken place, in whichever file it stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
  readonly code: string;
  readonly key: string;
  readonly why: string;
}

type Identity = (place: Place) => string | undefined;

/** Ways to be the same place, the surest first. None holds a line: code that moved is not new. */
const LIKENESS: readonly Identity[] = [
  ({ file, symbol, code }) => JSON.stringify([file, symbol, code]),
  ({ symbol, code }) => JSON.stringify([symbol, code]),
  // Edited in place: what the metavariables stand for is the same.
  ({ symbol, key, why }) => (key === '' ? undefined : JSON.stringify([symbol, key, why])),
  // Renamed, or moved into another function.
  ({ code }) => JSON.stringify([code]),
];

/** What head has more of than base: both are multisets. */
export function newPlaces(base: readonly Place[], head: readonly Place[]): readonly Place[] {
  let before = base;
  let after = head;
  for (const likeness of LIKENESS) {
    const counts = new Map<string, Place[]>();
    for (const place of before) {
      const key = likeness(place);
      if (key !== undefined) counts.set(key, [...(counts.get(key) ?? []), place]);
    }
    const paired = new Set<Place>();
    after = after.filter((place) => {
      const key = likeness(place);
      const pair = key === undefined ? undefined : counts.get(key)?.pop();
      if (pair !== undefined) paired.add(pair);
      return pair === undefined;
    });
    before = before.filter((place) => !paired.has(place));
  }
  return after;
}
