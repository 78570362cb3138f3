import { cut, cutMiddle, type Row, rowLines, visible } from '@pawl/report';

/** Lines of one thing that is told; whoever needs all of it asks for JSON. */
const MOST_LINES = 8;

/** What the judged repository says may be as long as it likes: no word of it fills a screen, and all of it is some lines. */
export function brief(text: string, columns: number): string {
  const words = visible(text)
    .split(' ')
    .map((word) => cutMiddle(word, 2 * columns));
  return cut(words.join(' '), MOST_LINES * columns);
}

/** Rows of which none fills a screen. */
export function briefRows(
  rows: readonly Row[],
  columns: number,
  paintName?: (text: string) => string,
): readonly string[] {
  return rowLines(
    rows.map((row) => ({ ...row, says: brief(row.says, columns) })),
    columns,
    paintName,
  );
}
