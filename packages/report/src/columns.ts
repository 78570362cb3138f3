import { visible } from './visible.ts';

/** Two columns on every terminal: the wide and full-width characters of UAX #11, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\p{Mn}\p{Me}]/u;

/** How many columns a text takes. It holds no control character: those are escaped before. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

/** At most so many columns of a text, with `…` where something is left out. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let taken = 1;
  for (const char of text) {
    taken += columnsOf(char);
    if (taken > columns) break;
    kept += char;
  }
  return `${kept}…`;
}

/** At most so many columns of a text, with `…` in the middle: a path is known by where it begins and how it ends. */
export function cutMiddle(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const chars = [...text];
  const kept = Math.max(0, Math.floor(columns) - 1);
  const start = taken(chars, Math.floor(kept / 3));
  return `${start}…${[...taken(chars.toReversed(), kept - columnsOf(start))].toReversed().join('')}`;
}

/** As many of the characters as fit. */
function taken(chars: readonly string[], columns: number): string {
  let [text, left] = ['', columns];
  for (const char of chars) {
    left -= columnsOf(char);
    if (left < 0) break;
    text += char;
  }
  return text;
}

/** A name from the judged repository, safe to print and no longer than a person reads. */
export function shortName(name: string, columns: number = LONGEST_NAME): string {
  return cutMiddle(visible(name), columns);
}

const LONGEST_NAME = 60;
/** People look a path up, so it is cut only where nobody would have made it so long. */
const LONGEST_PATH = 200;

/** A path from the judged repository, safe to print. */
export function shortPath(path: string): string {
  return cutMiddle(visible(path), LONGEST_PATH);
}

/** A text with blanks behind it, to stand in a table. */
export function padded(text: string, columns: number): string {
  return `${text}${' '.repeat(Math.max(0, columns - columnsOf(text)))}`;
}

/** As much as `visible` makes of the first character of an order. */
const ESCAPED = 6;

/**
 * Breaks a text at its blanks into lines of at most so many columns; a word that is longer is broken itself, and its pieces
 * stand on lines of their own, so that no blank seems to be in it. Any word may begin a line, so none may begin as an
 * order to a build server does.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    for (const [at, piece] of pieces(visible(word), columns).entries()) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (at > 0 || (line !== '' && columnsOf(longer) > columns)) {
        lines.push(line);
        line = piece;
      } else line = longer;
    }
  }
  return [...lines, line];
}

function pieces(word: string, columns: number): readonly string[] {
  if (columnsOf(word) <= columns) return [word];
  const found: string[] = [];
  let [piece, width] = ['', 0];
  for (const char of word) {
    const most = piece.startsWith('::') ? columns - ESCAPED : columns;
    const more = columnsOf(char);
    if (piece !== '' && width + more > most) {
      found.push(visible(piece));
      [piece, width] = ['', 0];
    }
    piece += char;
    width += more;
  }
  return [...found, visible(piece)];
}
