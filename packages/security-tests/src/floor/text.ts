import { fingerprint, normaliseCode } from '@pawl/findings';

const LONGEST = 200;
const MOST_WORDS = 160;

/** Code as it is compared: without what a formatter may change, and no longer than it has to be. */
export function shortCode(code: string): string {
  return normaliseCode(code.length > 4 * LONGEST ? code.slice(0, 4 * LONGEST) : code).slice(0, LONGEST);
}

export function digestOf(code: string): string {
  return fingerprint({ tool: '', rule: '', symbol: '', code }).slice(0, 16);
}

/** The distinct names and words of a piece of code. */
export function wordsOf(code: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of code.matchAll(/[\p{L}_$][\p{L}\p{N}_$]{2,60}|\b\d{3,}\b/gu)) {
    words.add(word);
    if (words.size >= MOST_WORDS) break;
  }
  return [...words];
}
