/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** As many columns of a line as are shown: a file on one line is no excerpt of itself. */
const WIDEST = 64;
/** Of these, before the place. */
const BEFORE = 40;

/** What a terminal obeys or does not show; each becomes one mark, so that the caret still points at the place. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/gu;

export function placeOf(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** The line of a place as it stands, and a caret below the place. Nothing where the line is empty. */
export function excerptOf(text: string, { line, column }: Place): readonly string[] {
  const whole = text.split('\n', line)[line - 1] ?? '';
  const start = Math.max(0, column - 1 - BEFORE);
  const before = `${start > 0 ? '…' : ''}${printable(whole.slice(start, column - 1))}`;
  const after = printable(whole.slice(column - 1, start + WIDEST));
  const more = whole.length > start + WIDEST ? '…' : '';
  if (`${before}${after}`.trim() === '') return [];
  const number = String(line);
  const pad = before.replace(WIDE, '  ').replace(/[^ ]/gu, ' ');
  return [`${number} | ${before}${after}${more}`.trimEnd(), `${' '.repeat(number.length)} | ${pad}^`];
}

function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/\r$/u, '').replace(UNSEEN, '·');
}
