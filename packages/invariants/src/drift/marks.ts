import type { ElementKind } from '@pawl/syntax';
import type { Meaning } from './concepts.ts';

interface Mark extends Meaning {
  readonly word: string;
  readonly pattern: RegExp;
}

/** What literals say that is no word: `..` in a path, a line break in a header. The words cannot be written in code. */
const MARKS: readonly Mark[] = [
  { word: '@parent', concept: 'path', grade: 3, pattern: /(?<!\.)\.\.(?!\.)/u },
  { word: '@line-break', concept: 'headers', grade: 2, pattern: /\\r|\\n/u },
  { word: '@nul', concept: 'path', grade: 3, pattern: /\\0|\\x00|\\u0000/u },
  { word: '@control', concept: 'headers', grade: 3, pattern: /\\x[01][0-9a-f]|\\u00[01][0-9a-f]|\\x7f/iu },
  { word: '@angle', concept: 'html', grade: 1, pattern: /[<>]/u },
  { word: '@entity', concept: 'html', grade: 3, pattern: /&(?:lt|gt|amp|quot|#\w+);/u },
  { word: '@scheme', concept: 'network', grade: 1, pattern: /:\/\//u },
  { word: '@script', concept: 'html', grade: 3, pattern: /javascript:|vbscript:|data:/iu },
];

export const MARK_MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  MARKS.map(({ word, concept, grade }) => [word, { concept, grade }]),
);

export function marksIn(kind: ElementKind, text: string): readonly string[] {
  if (kind !== 'string' && kind !== 'regex') return [];
  return MARKS.filter(({ pattern }) => pattern.test(text)).map(({ word }) => word);
}
