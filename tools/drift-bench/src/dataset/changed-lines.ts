/** The changed lines of both sides of a pair, counted from 1. */
export interface ChangedLines {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** Past this many differing lines everything between the first and the last counts as changed. */
const MAX_EDITS = 2_000;

/** A shortest edit script by lines (Myers 1986), as `git diff --minimal` counts it. */
export function changedLines(base = '', head = ''): ChangedLines {
  const a = linesOf(base);
  const b = linesOf(head);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = unmatched(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
  return { base: middle.base.map((at) => at + start + 1), head: middle.head.map((at) => at + start + 1) };
}

/** A line feed ends a line; what follows the last one is a line only if there is something. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function unmatched(a: readonly string[], b: readonly string[]): ChangedLines {
  const trace = furthestReaching(a, b);
  const base: number[] = [];
  const head: number[] = [];
  if (trace === undefined) return { base: [...a.keys()], head: [...b.keys()] };
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const before = trace[edits - 1] as ReadonlyMap<number, number>;
    const diagonal = x - y;
    const isInsertion = stepsDown(before, diagonal, edits);
    const from = before.get(isInsertion ? diagonal + 1 : diagonal - 1) as number;
    x = isInsertion ? from : from + 1;
    y = x - diagonal;
    if (isInsertion) head.unshift((y -= 1));
    else base.unshift((x -= 1));
  }
  return { base, head };
}

/** For each number of edits, how far into `a` each diagonal `x - y` gets; undefined where there are too many. */
function furthestReaching(
  a: readonly string[],
  b: readonly string[],
): readonly ReadonlyMap<number, number>[] | undefined {
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(MAX_EDITS, a.length + b.length); edits++) {
    const reached = new Map<number, number>();
    const before = trace.at(-1) ?? new Map<number, number>();
    trace.push(reached);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(before, diagonal, edits);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      reached.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return undefined;
}

function startOf(before: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  if (edits === 0) return 0;
  return stepsDown(before, diagonal, edits)
    ? (before.get(diagonal + 1) as number)
    : (before.get(diagonal - 1) as number) + 1;
}

/** Whether a line of `b` was inserted to get here, rather than one of `a` deleted. */
function stepsDown(before: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (before.get(diagonal - 1) as number) < (before.get(diagonal + 1) as number);
}
