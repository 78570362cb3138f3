import { RegexError } from './regex-error.ts';

/** A place in a pattern that moves forward only. */
export interface Cursor {
  atEnd(): boolean;
  /** The character here, or nothing at the end. */
  peek(): string;
  /** @throws RegexError `invalid` at the end. */
  next(): string;
  take(text: string): boolean;
  /** Steps over what a sticky expression finds here. */
  takeMatch(what: RegExp): RegExpExecArray | undefined;
}

export function cursorOn(source: string): Cursor {
  let at = 0;
  const peek = (): string => (at < source.length ? String.fromCodePoint(source.codePointAt(at) as number) : '');
  return {
    atEnd: () => at >= source.length,
    peek,
    next: () => {
      const character = peek();
      if (character === '') throw refused('an early end');
      at += character.length;
      return character;
    },
    take: (text) => {
      const here = source.startsWith(text, at);
      if (here) at += text.length;
      return here;
    },
    takeMatch: (what) => {
      what.lastIndex = at;
      const found = what.exec(source) ?? undefined;
      if (found) at += found[0].length;
      return found;
    },
  };
}

export function refused(what: string): RegexError {
  return new RegexError('invalid', `Python refuses the pattern: ${what}.`);
}
