import { visible } from './visible.ts';

/**
 * Text for a viewer that understands SARIF messages: what a terminal obeys is escaped, lines stay lines, and no
 * `[text](address)` of the judged code becomes a link that a reviewer might follow (SARIF 3.11.6).
 */
export function shown(text: string): string {
  return text.split('\n').map(visible).join('\n').replaceAll('](', '] (');
}

/**
 * A path that no reader resolves to another one. A damaged tree may hold names that are no names; each is shown by the
 * escape of what it is, since a log that cannot be written would tell nothing at all.
 */
export function shownPath(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((segment) => UNNAMEABLE.get(segment) ?? segment)
    .join('/');
}

const UNNAMEABLE: ReadonlyMap<string, string> = new Map([
  ['', '%2F'],
  ['.', '%2E'],
  ['..', '%2E%2E'],
]);

/** Readers hold lines and columns in 32 bits, and some drop a whole log, without a word, for one number that has more. */
export function shownNumber(position: number): number {
  return Math.min(position, 2 ** 31 - 1);
}
