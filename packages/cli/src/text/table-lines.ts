import { columnsOf, cutMiddle, padded, visible, wrap } from '@pawl/report';
import { brief } from './brief.ts';

/** A text of a table, made safe to print there, and how it is painted once it is padded. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const same = (text: string): string => text;
const INDENT = '  ';
const GAP = '  ';
/** The last cell is readable only where it has some columns of its own. */
const NARROWEST = 16;

/**
 * Rows of equally many cells, each under the one above. All are as wide as the widest of them, and at most a third of the
 * line, but for the last: that one is broken at its blanks. What is empty in every row takes no column.
 */
export function tableLines(rows: readonly (readonly Cell[])[], columns: number): readonly string[] {
  const most = Math.floor(columns / 3);
  const shown = rows.map((row) =>
    row.map(({ text, paint = same }, at) => {
      const safe = visible(text);
      return { text: at < row.length - 1 ? cutMiddle(safe, most) : brief(safe, columns), paint };
    }),
  );
  const width = (at: number): number => Math.max(...shown.map((row) => columnsOf(row[at]?.text ?? '')));
  return shown.flatMap((row) => {
    const begin = row.slice(0, -1).flatMap(({ text, paint }, at) => {
      const columnsOfCell = width(at);
      return columnsOfCell === 0 ? [] : [{ text: padded(text, columnsOfCell), paint }];
    });
    const margin = begin.reduce((sum, { text }) => sum + columnsOf(text) + GAP.length, INDENT.length);
    const { text: last, paint } = row.at(-1) ?? { text: '', paint: same };
    const [first = '', ...more] = wrap(last, Math.max(NARROWEST, columns - margin));
    const line = [...begin, { text: first, paint }].filter(({ text }, at) => text !== '' || at < begin.length);
    return [
      `${INDENT}${line.map((cell, at) => painted(cell, at === line.length - 1)).join(GAP)}`,
      ...more.map((text) => `${' '.repeat(margin)}${paint(text)}`),
    ];
  });
}

/** No blanks at the end of a line: people copy it. */
function painted({ text, paint = same }: Cell, isLast: boolean): string {
  return paint(isLast ? text.trimEnd() : text);
}
