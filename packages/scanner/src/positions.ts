/** A place in a text. */
export interface Position {
  /** From 1; lines end at `\n`, `\r` and `\r\n`. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Says where an offset stands. The text is read once, so that a flood of findings costs no more than their number. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map(({ 0: end, index }) => index + end.length)];
  return (offset) => {
    const line = lastAtOrBefore(starts, offset);
    return { line: line + 1, column: offset - (starts[line] as number) + 1 };
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
