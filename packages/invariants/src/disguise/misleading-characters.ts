import type { Disguise, Mark, ReadText } from './mark.ts';
import { placeOf } from './place-of.ts';

/** Turns the direction of what follows, so that code stands where a comment seems to be (CVE-2021-42574). */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]+/gu;

/** Ends a line for some languages and not for most editors, or the other way round: what follows a comment there may be code. */
const LINE_END = /[\u0085\u2028\u2029]|\r+(?![\r\n])/gu;

const NOBODY_SEES =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u2060-\\u2064\\u206A-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}';
const INVISIBLE = new RegExp(`[${NOBODY_SEES}]+`, 'gu');

/** Selectors or joiners in a row carry a message and shape no letter; a flag of a region is written with tags. */
const PAYLOAD =
  /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2}|[\u200B\u2060-\u2064\u180E]{3}|(?<![\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0001}-\u{E007F}]/u;

/** E03: what a reviewer does not see, or sees elsewhere. A person decides, because some text needs such characters. */
export const misleadingCharacters: Disguise = {
  rules: {
    'misleading-characters':
      'Characters that nobody sees, that turn the direction of writing, or that end a line in some programs and not in others.',
  },
  marks(read) {
    const { text } = read.source;
    // Nearly every text is plain, and one look tells.
    if (!/[^\n\x20-\x7E\t]/u.test(text)) return [];
    return [
      ...matches(text, DIRECTION).map((found) => toMark('turn the direction of writing', found)),
      ...(text.includes('\n') ? matches(text, LINE_END) : []).map((found) =>
        toMark('end a line in some programs', found),
      ),
      ...matches(text, INVISIBLE)
        .filter((found) => isMisleading(read, found))
        .map((found) => toMark('nobody sees', found)),
    ];
  },
};

interface Characters {
  readonly offset: number;
  readonly characters: string;
}

function matches(text: string, pattern: RegExp): readonly Characters[] {
  return [...text.matchAll(pattern)].map(({ 0: characters, index }) => ({ offset: index, characters }));
}

/** In code nothing invisible has a purpose; in words it has one where they are in a script that needs it. */
function isMisleading(read: ReadText, { offset, characters }: Characters): boolean {
  const { text } = read.source;
  // A byte order mark.
  if (offset === 0 && characters === '\uFEFF') return false;
  if (PAYLOAD.test(text.slice(Math.max(0, offset - 2), offset) + characters)) return true;
  const place = placeOf(read, offset);
  if (place === 'code') return true;
  // A soft hyphen says where a word may be broken.
  return place !== 'comment' && !/^\u00AD+$/u.test(characters) && isInAsciiWord(text, offset, characters.length);
}

function isInAsciiWord(text: string, offset: number, length: number): boolean {
  return /\w/u.test(text[offset - 1] ?? '') && /\w/u.test(text[offset + length] ?? '');
}

function toMark(what: string, { offset, characters }: Characters): Mark {
  const points = [...new Set([...characters].map(pointOf))].slice(0, 4).join(', ');
  return {
    rule: 'misleading-characters',
    severity: 'medium',
    cwe: 'CWE-1007',
    message: `Characters that ${what} stand here (${points}), so that it reads otherwise than it runs`,
    offset,
    // As it would be written by somebody who has nothing to hide: the snippet goes into reports.
    snippet: points,
    key: `characters ${points}`,
    together: what,
  };
}

function pointOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
