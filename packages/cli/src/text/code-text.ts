import type { ExcerptLine } from '@pawl/checkpoint';
import { columnsOf, cut, type Paint, visible } from '@pawl/report';

export interface Screen {
  /** How wide a line may be. */
  readonly columns: number;
  /** Colours a line of a file that is safe to print; absent where there are no colours. */
  readonly syntax?: (file: string) => (text: string) => string;
}

/** Rows of a line that was changed; of what stands around it, one is enough to know it by. */
const MOST_ROWS = 3;

/** Code as it stands, each line with its number; what a terminal would obey is escaped, and a tab is no order. */
export function codeText(
  { file, lines }: { readonly file: string; readonly lines: readonly ExcerptLine[] },
  { red, green, dim }: Paint,
  { columns, syntax }: Screen,
): readonly string[] {
  const width = String(Math.max(...lines.map(({ line }) => line))).length;
  const colours = { '-': red, '+': green, ' ': dim };
  const room = Math.max(1, columns - width - GUTTER);
  const colour = syntax?.(file);
  return lines.flatMap(({ mark, line, text }) =>
    rowsOf(printable(text), room, mark === ' ' ? 1 : MOST_ROWS).map((code, at) => {
      const margin = `${mark} ${(at === 0 ? String(line) : '').padStart(width)}  `;
      // The colour of a whole line says on which side it is; where the code has its own, the margin does.
      return colour === undefined
        ? colours[mark](`${margin}${code}`.trimEnd())
        : `${colours[mark](margin)}${colour(code)}`;
    }),
  );
}

/** Columns of the margin, beside the number. */
const GUTTER = 4;

function printable(text: string): string {
  return visible(text.replace(/\r$/u, '').replaceAll('\t', '    '));
}

/** What is far to the right is part of the change, too: it is where somebody would put what nobody is to see. */
function rowsOf(text: string, columns: number, most: number): readonly string[] {
  const rows: string[] = [];
  let rest = text;
  while (columnsOf(rest) > columns && rows.length + 1 < most) {
    const row = fitting(rest, columns);
    rows.push(row);
    rest = rest.slice(row.length);
  }
  return [...rows, cut(rest, columns)];
}

/** At least one character, or there would be no end. */
function fitting(text: string, columns: number): string {
  let row = '';
  for (const char of text) {
    if (row !== '' && columnsOf(row) + columnsOf(char) > columns) break;
    row += char;
  }
  return row;
}
