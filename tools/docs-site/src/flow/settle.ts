import type { Placed, Route } from './lay-out-flow.ts';

interface Lane {
  readonly places: readonly Placed[];
  readonly routes: readonly Route[];
  /** Where the lane begins, in pixels. */
  readonly top: number;
  /** What stays free between two places. */
  readonly gap: number;
}

const ROUNDS = 24;

/**
 * Gives each place of one lane its height in its column: first an order in which few edges cross, then as near to what it is
 * joined with as the others leave room. Says where the lane ends.
 */
export function settle({ places, routes, top, gap }: Lane): number {
  const columns = columnsOf(places);
  const near = neighbours(places, routes);
  for (const column of columns) stack(column, gap);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? columns : [...columns].reverse();
    for (const column of order) {
      const wanted = new Map(column.map((one) => [one, middle(near.get(one) ?? [], one.y)]));
      if (round < ROUNDS / 2) column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      pull(column, wanted, gap);
    }
  }
  const shift = top - Math.min(...places.map(({ y, height }) => y - height / 2));
  for (const one of places) one.y = Math.round(one.y + shift);
  return Math.max(...places.map(({ y, height }) => y + height / 2));
}

function columnsOf(places: readonly Placed[]): readonly Placed[][] {
  const numbers = [...new Set(places.map(({ column }) => column))].sort((a, b) => a - b);
  return numbers.map((number) => places.filter(({ column }) => column === number));
}

function neighbours(places: readonly Placed[], routes: readonly Route[]): ReadonlyMap<Placed, readonly Placed[]> {
  const near = new Map<Placed, Placed[]>(places.map((one) => [one, []]));
  for (const { over, track } of routes) {
    if (track !== undefined) continue;
    over.forEach((one, index) => {
      const next = over[index + 1];
      if (next === undefined || !near.has(one) || !near.has(next)) return;
      near.get(one)?.push(next);
      near.get(next)?.push(one);
    });
  }
  return near;
}

function stack(column: readonly Placed[], gap: number): void {
  let y = 0;
  for (const one of column) {
    one.y = y + one.height / 2;
    y += one.height + gap;
  }
  for (const one of column) one.y -= y / 2;
}

/** Each where it wants to be, pushed down by the one above it; then all of them back up by as much as they were pushed on average. */
function pull(column: readonly Placed[], wanted: ReadonlyMap<Placed, number>, gap: number): void {
  let end = Number.NEGATIVE_INFINITY;
  let pushed = 0;
  for (const one of column) {
    const want = wanted.get(one) ?? one.y;
    one.y = Math.max(want, end + gap + one.height / 2);
    end = one.y + one.height / 2;
    pushed += one.y - want;
  }
  for (const one of column) one.y -= pushed / column.length;
}

function middle(near: readonly Placed[], otherwise: number): number {
  return near.length === 0 ? otherwise : near.reduce((sum, { y }) => sum + y, 0) / near.length;
}
