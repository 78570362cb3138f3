import { type Cursor, refused } from './python-cursor.ts';
import { type Mode, notUnderstood } from './python-mode.ts';

/** What `\s` is to `str.isspace`; JavaScript's has no information separators. */
const space = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const sets: Readonly<Record<'d' | 'w' | 's', { readonly ascii: string; readonly unicode: string }>> = {
  d: { ascii: '0-9', unicode: '\\p{Nd}' },
  w: { ascii: '0-9A-Z_a-z', unicode: '\\p{L}\\p{N}_' },
  s: { ascii: '\\t-\\r\\x20', unicode: space },
};

/** The complements for the one mode in which a class cannot lie in a class. */
const outside: Readonly<Record<'d' | 'w' | 's', string>> = {
  d: '\\0-\\x2f\\x3a-\\uffff',
  w: '\\0-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\uffff',
  s: '\\0-\\x08\\x0e-\\x1f\\x21-\\uffff',
};

const controls: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** A character that stands for itself. */
export function literalText(character: string, { alphabet }: Mode): string {
  return characterText(character.codePointAt(0) as number, alphabet);
}

/** What stands after a backslash outside a class. */
export function escapeText(cursor: Cursor, mode: Mode): string {
  if (cursor.take('A')) return '^';
  if (cursor.take('Z')) return '$';
  const border = cursor.takeMatch(/[bB]/y)?.[0];
  if (border !== undefined) return borderText(border === 'B', mode);
  const set = setEscape(cursor, mode);
  if (set !== undefined) return `[${set}]`;
  const back = cursor.takeMatch(/[1-9]\d?/y);
  // Three octal digits are a character, and so is anything that starts with a zero.
  if (back && !(back[0].length === 2 && isOctal(back[0], cursor))) return `(?:\\${back[0]})`;
  const code = back ? parseInt(back[0] + cursor.next(), 8) : codeOf(cursor, false);
  return characterText(code, mode.alphabet);
}

function isOctal(digits: string, cursor: Cursor): boolean {
  return /^[1-3][0-7]$/.test(digits) && /[0-7]/.test(cursor.peek());
}

/** JavaScript's own `\b` knows the words of ASCII only. */
function borderText(negate: boolean, { ascii }: Mode): string {
  const word = `[${sets.w[ascii ? 'ascii' : 'unicode']}]`;
  return negate
    ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
    : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
}

/** What stands after `[`. */
export function classText(cursor: Cursor, mode: Mode): string {
  const negate = cursor.take('^') ? '^' : '';
  let text = '';
  for (let first = true; first || cursor.peek() !== ']'; first = false) text += memberText(cursor, mode);
  cursor.next();
  return `[${negate}${text}]`;
}

function memberText(cursor: Cursor, mode: Mode): string {
  const from = endpoint(cursor, mode);
  if (typeof from === 'string') return from;
  const range = cursor.takeMatch(/-(?!\])/y);
  if (!range) return characterText(from, mode.alphabet);
  const to = endpoint(cursor, mode);
  if (typeof to === 'string' || to < from) throw refused('a bad range');
  return `${characterText(from, mode.alphabet)}-${characterText(to, mode.alphabet)}`;
}

/** One character, or the text of a set. */
function endpoint(cursor: Cursor, mode: Mode): number | string {
  if (!cursor.take('\\')) return cursor.next().codePointAt(0) as number;
  return setEscape(cursor, mode) ?? codeOf(cursor, true);
}

function setEscape(cursor: Cursor, { ascii, alphabet }: Mode): string | undefined {
  const letter = cursor.takeMatch(/[dwsDWS]/y)?.[0];
  if (letter === undefined) return undefined;
  const name = letter.toLowerCase() as 'd' | 'w' | 's';
  if (letter === name) return sets[name][ascii ? 'ascii' : 'unicode'];
  return alphabet === '' ? outside[name] : `[^${sets[name][ascii ? 'ascii' : 'unicode']}]`;
}

function codeOf(cursor: Cursor, inClass: boolean): number {
  const hex = cursor.takeMatch(/x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})/y);
  if (hex) return parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
  const octal = cursor.takeMatch(inClass ? /[0-7]{1,3}/y : /0[0-7]{0,2}/y);
  if (octal) return parseInt(octal[0], 8);
  const character = cursor.next();
  if (character === 'N') throw notUnderstood('a character by its name');
  const control = controls[character];
  if (control !== undefined && (inClass || character !== 'b')) return control;
  if (/[0-9A-Za-z]/.test(character)) throw refused(`the escape \\${character}`);
  return character.codePointAt(0) as number;
}

function characterText(code: number, alphabet: Mode['alphabet']): string {
  if (code > 0x10ffff) throw refused('a character beyond Unicode');
  const character = String.fromCodePoint(code);
  if (/[0-9A-Za-z_]/.test(character)) return character;
  if (alphabet === '' || code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
