const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu;

/**
 * The words in some code, in lower case: `isSafePath` gives `is`, `safe`, `path` and `issafepath`. Each once: saying a word
 * twice makes no stronger defence.
 */
export function subwords(code: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of code.match(NAME) ?? []) {
    const parts = name.match(PART) ?? [];
    for (const part of parts) words.add(part.toLowerCase());
    if (parts.length > 1) words.add(parts.join('').toLowerCase());
  }
  return words;
}
