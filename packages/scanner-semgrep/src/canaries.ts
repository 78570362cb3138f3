import { readsWithSpacegrep } from './reads-with-spacegrep.ts';
import type { LanguageId } from './languages.ts';
import { CANARY } from './read-rule.ts';
import type { Rule } from './rule.ts';

/** Matches once in a file that is not empty. It needs no parse tree, so it costs next to nothing. */
const ANYTHING = String.raw`\A[\s\S]`;
const FIRST_WORD = String.raw`\A[^A-Za-z0-9_]*[A-Za-z0-9_]+`;

/** A rule of ours that must match where Semgrep did its work. */
export interface Canary {
  readonly id: string;
  readonly source: Readonly<Record<string, unknown>>;
}

/**
 * One for each language. Semgrep names a file as scanned as soon as one rule looked at it: a regular expression hides
 * that it was not taken for JavaScript.
 */
export function languageCanary(language: LanguageId): Canary {
  return canary(language, { languages: [language], 'pattern-regex': ANYTHING });
}

/** Two rules over the same files: where the first one matches and the second does not, generic patterns saw nothing. */
export interface SpacegrepPair {
  readonly aimed: Canary;
  readonly read: Canary;
}

/**
 * Generic patterns pass over what looks binary or minified, without a word: one long line hides a file from them. So
 * each set of paths that such rules are limited to has a pair that says whether a file was aimed at and whether it was read.
 */
export function spacegrepPairs(rules: readonly Rule[]): readonly SpacegrepPair[] {
  const paths = new Map<string, unknown>();
  for (const { source } of rules.filter(readsWithSpacegrep))
    paths.set(JSON.stringify(source['paths'] ?? {}), source['paths']);
  return [...paths.values()].map((limits, index) => {
    const common = { languages: ['generic'], ...(limits === undefined ? {} : { paths: limits }) };
    return {
      aimed: canary(`aimed.${String(index)}`, { ...common, 'pattern-regex': ANYTHING }),
      read: canary(`read.${String(index)}`, {
        ...common,
        patterns: [{ 'pattern-regex': FIRST_WORD }, { pattern: '$WORD' }],
      }),
    };
  });
}

/** A text without a word has nothing that `$WORD` could match. */
export function hasWord(text: string): boolean {
  return /[A-Za-z0-9_]/u.test(text);
}

function canary(name: string, body: Readonly<Record<string, unknown>>): Canary {
  const id = `${CANARY}${name}`;
  return { id, source: { id, severity: 'INFO', message: 'read', ...body } };
}
