import type { ExcerptLine } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

const LONGEST = 160;

/** Code as it stands, each line with its number; what a terminal would obey is escaped, and a tab is no order. */
export function codeText(lines: readonly ExcerptLine[], { red, green, dim }: Paint): readonly string[] {
  const width = String(Math.max(...lines.map(({ line }) => line))).length;
  const colours = { '-': red, '+': green, ' ': dim };
  return lines.map(({ mark, line, text }) =>
    colours[mark](`${mark} ${String(line).padStart(width)}  ${printable(text)}`.trimEnd()),
  );
}

function printable(text: string): string {
  const shown = visible(text.replace(/\r$/u, '').replaceAll('\t', '    '));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
