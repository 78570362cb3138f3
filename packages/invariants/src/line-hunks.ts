import type { LineRange } from '@pawl/syntax';

/** What changed between two texts, in lines of both, with one unchanged line on either side. */
export interface Hunk {
  readonly base: LineRange;
  readonly head: LineRange;
  /** How many lines really differ on each side. */
  readonly lines: { readonly base: number; readonly head: number };
}

/** Past this many differing lines the rest counts as one hunk: more to look at, nothing missed. */
const MAX_EDITS = 500;

/**
 * The hunks between two texts (Myers' shortest edit script). The unchanged line on either side makes the two ranges of a
 * hunk touch the same unchanged nodes, so that whatever is extracted from hunks cancels out where it did not change.
 */
export function lineHunks(base: string, head: string): readonly Hunk[] {
  const a = base.split('\n');
  const b = head.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail++;
  const changes = editedRanges(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
  const shift = (range: Range): Range => ({ from: range.from + start, to: range.to + start });
  return changes.map((change) => ({
    base: widen(shift(change.a), a.length),
    head: widen(shift(change.b), b.length),
    lines: { base: change.a.to - change.a.from, head: change.b.to - change.b.from },
  }));
}

/** Lines counted from 0, `to` excluded; empty where one side has nothing. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface Edit {
  readonly a: Range;
  readonly b: Range;
}

function widen({ from, to }: Range, lines: number): LineRange {
  return { first: Math.max(1, from), last: Math.min(lines, to + 1) };
}

function editedRanges(a: readonly string[], b: readonly string[]): readonly Edit[] {
  const whole: Edit = { a: { from: 0, to: a.length }, b: { from: 0, to: b.length } };
  if (a.length === 0 && b.length === 0) return [];
  if (a.length === 0 || b.length === 0) return [whole];
  const trace = shortestEdit(a, b);
  return trace === undefined ? [whole] : joinEdits(matches(trace, a.length, b.length), a.length, b.length);
}

/** The furthest x on each diagonal after each number of edits; undefined where there are too many. */
function shortestEdit(a: readonly string[], b: readonly string[]): readonly Int32Array[] | undefined {
  const limit = Math.min(MAX_EDITS, a.length + b.length);
  const trace: Int32Array[] = [];
  let furthest = new Int32Array(2 * limit + 3);
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest.slice());
    const next = furthest.slice();
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOf(furthest, k, edits, limit + 1);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[k + limit + 1] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
    furthest = next;
  }
  return undefined;
}

function startOf(furthest: Int32Array, k: number, edits: number, middle: number): number {
  const down = furthest[middle + k + 1] ?? 0;
  const right = furthest[middle + k - 1] ?? 0;
  return k === -edits || (k !== edits && right < down) ? down : right + 1;
}

/** The pairs of equal lines, last first. */
function matches(
  trace: readonly Int32Array[],
  aLength: number,
  bLength: number,
): readonly (readonly [number, number])[] {
  const equal: [number, number][] = [];
  let x = aLength;
  let y = bLength;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] as Int32Array;
    const middle = (furthest.length - 1) / 2;
    const k = x - y;
    const begin = edits === 0 ? 0 : startOf(furthest, k, edits, middle);
    while (x > begin && y > begin - k) equal.push([--x, --y]);
    if (edits === 0) break;
    const wentDown = k === -edits || (k !== edits && (furthest[middle + k - 1] ?? 0) < (furthest[middle + k + 1] ?? 0));
    if (wentDown) y--;
    else x--;
  }
  return equal;
}

function joinEdits(equal: readonly (readonly [number, number])[], aLength: number, bLength: number): readonly Edit[] {
  const edits: Edit[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const [x, y] of [...equal.toReversed(), [aLength, bLength] as const]) {
    if (x > from[0] || y > from[1]) edits.push({ a: { from: from[0], to: x }, b: { from: from[1], to: y } });
    from = [x + 1, y + 1];
  }
  return edits;
}
