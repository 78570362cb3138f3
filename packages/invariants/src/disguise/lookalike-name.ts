import { isTestFile } from '../change.ts';
import { quoted } from '../plain-code.ts';
import type { Disguise, Mark, ReadText } from './mark.ts';
import { placeOf } from './place-of.ts';

/** Letters that look like one of ASCII in nearly every typeface. Greek ones that formulas use are not among them. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  [
    // Cyrillic.
    ['асԁеһіјӏорԛѕԝхуАВЕНІЈКМОРԚЅТԜХУ', 'acdehijlopqswxyABEHIJKMOPQSTWXY'],
    // Greek, Armenian, IPA, and a click that looks like an exclamation mark.
    ['οΑΒΕΖΗΙΚΜΝΟΡΤΥΧոօսհɑɡı\u01C3', 'oABEZHIKMNOPTYXnouhagi!'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, at) => [letter, to[at] ?? ''] as const)),
);

/** Words of letters beyond ASCII, once they are found: one pattern for both would take quadratic time on a long word. */
const WORD = /[\p{L}\p{N}\p{M}_$]+/gu;
const NOT_ASCII = /[^\x00-\x7F]/u;

/** E03: a name that a reviewer reads as another, and so does the language (NFKC in Python, escapes in JavaScript). */
export const lookalikeName: Disguise = {
  rules: {
    'lookalike-name':
      'A name is written with letters that look like other letters, or that the language reads as others.',
  },
  marks(read) {
    return [...lookalikes(read), ...escapedNames(read)];
  },
};

function lookalikes(read: ReadText): readonly Mark[] {
  const { text } = read.source;
  if (!NOT_ASCII.test(text)) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!NOT_ASCII.test(word)) return [];
    const seems = seemsToBe(word);
    if (seems === undefined || !isMisread(read, word, seems, index)) return [];
    return [toMark(word, `looks like ${quoted(seems)} and is written with other letters`, index)];
  });
}

/** The word of ASCII that it is read as; undefined where it is not read as one. */
function seemsToBe(word: string): string | undefined {
  const seems = [...word.normalize('NFKC')].map((letter) => LOOKS_LIKE.get(letter) ?? letter).join('');
  return /^[\x21-\x7E]+$/u.test(seems) ? seems : undefined;
}

/**
 * A word in another script may consist of such letters by chance: it is misread where it has letters of ASCII too, or where
 * the code has the name that it looks like. Wide letters in a text are typography.
 */
function isMisread(read: ReadText, word: string, seems: string, offset: number): boolean {
  const place = placeOf(read, offset);
  const isMixed = /[A-Za-z]/u.test(word) || word.includes('\u01C3');
  if (place === 'comment' || place === 'unknown') return false;
  // A text of a test shows what code must stand.
  if (place === 'text') return isMixed && word.normalize('NFKC') === word && !isTestFile(read.source.file);
  return isMixed || word.normalize('NFKC') !== word || hasWord(read.source.text, seems);
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[\w$]/u.test(text[at - 1] ?? '') && !/[\w$]/u.test(text[at + word.length] ?? '')) return true;
  return false;
}

function escapedNames(read: ReadText): readonly Mark[] {
  const { source, tree } = read;
  if (tree === undefined) return [];
  const names = [...source.text.matchAll(/\\u/gu)].flatMap(({ index }) => tree.nodeAt(index) ?? []);
  const identifiers = names.filter(({ kind, text }) => tree.profile.identifiers.includes(kind) && text.includes('\\u'));
  return [...new Map(identifiers.map((node) => [node.id, node])).values()].map(({ text, startOffset }) =>
    toMark(text, 'is written with escapes, and is another name when it runs', startOffset),
  );
}

function toMark(word: string, says: string, offset: number): Mark {
  return {
    rule: 'lookalike-name',
    severity: 'medium',
    cwe: 'CWE-1007',
    message: `The name ${quoted(word)} ${says}`,
    offset,
    snippet: word,
    key: `name ${word}`,
  };
}
