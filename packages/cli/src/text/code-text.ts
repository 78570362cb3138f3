import type { ExcerptLine } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';
import { cut } from './columns.ts';

export interface Screen {
  /** How wide it is; `undefined` where nobody sees one. */
  readonly columns: number | undefined;
  /** Colours a line of a file that is safe to print; absent where there are no colours. */
  readonly syntax?: (file: string) => (text: string) => string;
}

const LONGEST = 160;

/** Code as it stands, each line with its number; what a terminal would obey is escaped, and a tab is no order. */
export function codeText(
  { file, lines }: { readonly file: string; readonly lines: readonly ExcerptLine[] },
  { red, green, dim }: Paint,
  { columns = Infinity, syntax }: Screen,
): readonly string[] {
  const width = String(Math.max(...lines.map(({ line }) => line))).length;
  const colours = { '-': red, '+': green, ' ': dim };
  const gutter = width + 4;
  const colour = syntax?.(file);
  return lines.map(({ mark, line, text }) => {
    const margin = `${mark} ${String(line).padStart(width)}  `;
    const code = printable(text, Math.max(1, Math.min(LONGEST, columns - gutter)));
    // The colour of a whole line says on which side it is; where the code has its own, the margin does.
    return colour === undefined
      ? colours[mark](`${margin}${code}`.trimEnd())
      : `${colours[mark](margin)}${colour(code)}`;
  });
}

function printable(text: string, columns: number): string {
  return cut(visible(text.replace(/\r$/u, '').replaceAll('\t', '    ')), columns);
}
