import { classText, escapeText, literalText } from './python-class.ts';
import { type Cursor, cursorOn, refused } from './python-cursor.ts';
import { type Mode, modeOf, notUnderstood } from './python-mode.ts';

/** What JavaScript needs to hear to search for what Python searches for. */
export interface JavascriptRegex {
  readonly source: string;
  readonly flags: string;
}

/**
 * Python's `re` syntax as JavaScript's. Only `i`, `u` and `v` are used of JavaScript's flags: `.`, `^`, `$` and the classes
 * are written out, because each of them means something else there.
 *
 * @throws RegexError `invalid`, or `unsupported` for what JavaScript cannot say: conditions, atomic groups, possessive
 * quantifiers, characters by name, and case ignored in a part only.
 */
export function pythonToJavascript(source: string, flags: string): JavascriptRegex {
  const mode = modeOf(source, flags);
  const cursor = cursorOn(source);
  const text = alternatives(cursor, mode);
  if (!cursor.atEnd()) throw refused('an unmatched )');
  return { source: text, flags: (mode.ignoreCase ? 'i' : '') + mode.alphabet };
}

function alternatives(cursor: Cursor, mode: Mode): string {
  let text = '';
  while (!cursor.atEnd() && cursor.peek() !== ')') text += cursor.take('|') ? '|' : quantified(cursor, mode);
  return text;
}

function quantified(cursor: Cursor, mode: Mode): string {
  if (skip(cursor, mode)) return '';
  const text = item(cursor, mode);
  while (skip(cursor, mode));
  const times = quantifier(cursor);
  if (times === '') return text;
  if (cursor.take('+')) throw notUnderstood('a possessive quantifier');
  return `(?:${text})${times}${cursor.take('?') ? '?' : ''}`;
}

/** Steps over what says nothing. Flags for the whole expression are known before its first character is read. */
function skip(cursor: Cursor, { verbose }: Mode): boolean {
  const said = cursor.takeMatch(/\(\?#[^)]*\)|\(\?[a-zA-Z]+\)/y);
  return (said ?? (verbose ? cursor.takeMatch(/[ \t\n\r\f\v]+|#[^\n]*\n?/y) : undefined)) !== undefined;
}

function quantifier(cursor: Cursor): string {
  const short = cursor.takeMatch(/[*+?]/y)?.[0];
  if (short !== undefined) return short;
  // `{}` is text; `{,}` is not.
  const long = cursor.takeMatch(/\{(?!\})(?:(\d*)(,?)(\d*))\}/y);
  if (long === undefined) return '';
  const [, least = '', comma = '', most = ''] = long;
  return `{${least === '' ? '0' : least}${comma}${most}}`;
}

function item(cursor: Cursor, mode: Mode): string {
  const character = cursor.next();
  switch (character) {
    case '(':
      return group(cursor, mode);
    case '[':
      return classText(cursor, mode);
    case '\\':
      return escapeText(cursor, mode);
    case '.':
      return mode.dotAll ? '[^]' : '[^\\n]';
    case '^':
      return mode.multiline ? '(?<![^\\n])' : '^';
    case '$':
      return mode.multiline ? '(?![^\\n])' : '(?![^\\n]|\\n[^])';
    case '*':
    case '+':
    case '?':
      throw refused('nothing to repeat');
    default:
      return literalText(character, mode);
  }
}

function group(cursor: Cursor, mode: Mode): string {
  const back = cursor.takeMatch(/\?P=(\w+)\)/uy)?.[1];
  if (back !== undefined) return `(?:\\k<${back}>)`;
  const flags = cursor.takeMatch(/\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/y);
  if (flags) return closed(cursor, mode.within(flags[1] ?? '', flags[2] ?? ''), '?:');
  const name = cursor.takeMatch(/\?P<(\w+)>/uy)?.[1];
  const open = name === undefined ? (cursor.takeMatch(/\?<?[=!]/y)?.[0] ?? '') : `?<${name}>`;
  if (open === '' && cursor.peek() === '?') throw notUnderstood('a group of this kind');
  return closed(cursor, mode, open);
}

function closed(cursor: Cursor, mode: Mode, open: string): string {
  const text = alternatives(cursor, mode);
  if (!cursor.take(')')) throw refused('a missing )');
  return `(${open}${text})`;
}
