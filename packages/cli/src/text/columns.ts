import { visible } from '@pawl/report';

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

/** As much as `visible` makes of the first character of an order. */
const ESCAPED = 6;

/**
 * Breaks a text at its blanks into lines of at most so many columns; a word that is longer is broken itself. Any word may
 * begin a line, so none may begin as an order to a build server does.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(visible(each), columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, columns: number): readonly string[] {
  if (columnsOf(word) <= columns) return [word];
  const found: string[] = [''];
  for (const char of word) {
    const longer = `${found.at(-1)}${char}`;
    if (columnsOf(longer) > columns - ESCAPED) found.push(char);
    else found[found.length - 1] = longer;
  }
  return found.map(visible);
}
