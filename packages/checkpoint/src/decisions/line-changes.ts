/** Lines counted from 0, `to` excluded; empty where one side has nothing. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

export interface LineChange {
  readonly base: LineSpan;
  readonly head: LineSpan;
}

/** A hostile text could nest anchors without end; past this, the rest is one change. */
const DEEPEST = 64;

/**
 * What differs between two texts, by lines that stand once in both (patience diff): such changes are what a person
 * sees, and they do not grow when a brace nearby happens to be equal.
 */
export function lineChanges(base: readonly string[], head: readonly string[]): readonly LineChange[] {
  return within(base, head, { base: { from: 0, to: base.length }, head: { from: 0, to: head.length } }, 0);
}

function within(
  base: readonly string[],
  head: readonly string[],
  whole: LineChange,
  depth: number,
): readonly LineChange[] {
  const rest = trimmed(base, head, whole);
  const { base: a, head: b } = rest;
  if (a.from === a.to && b.from === b.to) return [];
  const anchors = depth > DEEPEST || a.from === a.to || b.from === b.to ? [] : anchorsIn(base, head, rest);
  if (anchors.length === 0) return [rest];
  const stops = [...anchors, [a.to, b.to] as const];
  let [x, y] = [a.from, b.from];
  return stops.flatMap(([nextX, nextY]) => {
    const part = { base: { from: x, to: nextX }, head: { from: y, to: nextY } };
    [x, y] = [nextX + 1, nextY + 1];
    return within(base, head, part, depth + 1);
  });
}

function trimmed(base: readonly string[], head: readonly string[], { base: a, head: b }: LineChange): LineChange {
  let [x, y] = [a.from, b.from];
  while (x < a.to && y < b.to && base[x] === head[y]) [x, y] = [x + 1, y + 1];
  let [endX, endY] = [a.to, b.to];
  while (endX > x && endY > y && base[endX - 1] === head[endY - 1]) [endX, endY] = [endX - 1, endY - 1];
  return { base: { from: x, to: endX }, head: { from: y, to: endY } };
}

type Anchor = readonly [base: number, head: number];

/** The longest run of lines that are unique on both sides and in the same order there. */
function anchorsIn(
  base: readonly string[],
  head: readonly string[],
  { base: a, head: b }: LineChange,
): readonly Anchor[] {
  const inHead = uniqueLines(head, b);
  const pairs = [...uniqueLines(base, a)].flatMap(([line, x]): readonly Anchor[] => {
    const y = inHead.get(line);
    return y === undefined ? [] : [[x, y]];
  });
  return longestRising(pairs.sort(([x], [other]) => x - other));
}

function uniqueLines(lines: readonly string[], { from, to }: LineSpan): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = from; index < to; index++) {
    const line = lines[index] as string;
    if (at.has(line)) repeated.add(line);
    else at.set(line, index);
  }
  for (const line of repeated) at.delete(line);
  return at;
}

/** Patience sorting: each pile's top is the end of the best run of that length. */
function longestRising(pairs: readonly Anchor[]): readonly Anchor[] {
  const tops: { readonly pair: Anchor; readonly before: number }[] = [];
  const all: { readonly pair: Anchor; readonly before: number }[] = [];
  const piles: number[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle]?.pair[1] as number) < pair[1]) low = middle + 1;
      else high = middle;
    }
    const entry = { pair, before: low === 0 ? -1 : (piles[low - 1] as number) };
    all.push(entry);
    tops[low] = entry;
    piles[low] = all.length - 1;
  }
  const run: Anchor[] = [];
  for (let at = piles.at(-1) ?? -1; at !== -1; at = all[at]?.before ?? -1) run.push(all[at]?.pair as Anchor);
  return run.reverse();
}
