import { compareLanguages, type LanguageComparison } from './compare-languages.ts';
import { charactersWithout, consumedCharacters } from './consumed-characters.ts';
import { type Edge, type Hold, holdOf, isWeaker } from './held-edges.ts';
import { type ReadRegex, readRegex } from './read-regex.ts';
import { RegexError } from './regex-error.ts';
import type { RegexText } from './regex-text.ts';
import { type SuperLinear, superLinear, unknownGrowth } from './super-linear.ts';

export type { RegexText } from './regex-text.ts';
export { isSuperLinear } from './super-linear.ts';

export interface RegexComparison extends LanguageComparison {
  /** Edges at which matches are held less than they were. */
  readonly lostAnchors: readonly LostAnchor[] | 'unknown';
  /** Ranges of characters that only the new one reads anywhere, to show: `/`, `\r`, `a-z`. */
  readonly gainedCharacters: readonly string[] | 'unknown';
  readonly lostCharacters: readonly string[] | 'unknown';
  readonly superLinear: { readonly before: SuperLinear; readonly after: SuperLinear };
  readonly caseIgnored: 'same' | 'gained' | 'lost' | 'unknown';
  /** A replacement that was for all matches is for the first one only. */
  readonly lostGlobal: boolean;
}

export interface LostAnchor {
  readonly edge: Edge;
  readonly before: Hold;
  readonly after: Hold;
}

/**
 * What became of a regular expression. It says nothing about which direction is the bad one: what a deny-list accepts less,
 * and an allow-list more, is lost. The same pair gives the same answer on every machine, and no pair takes long.
 */
export function compareRegexes(before: RegexText, after: RegexText): RegexComparison {
  const [a, b] = [attempt(() => readRegex(before)), attempt(() => readRegex(after))];
  const lostGlobal = isGlobal(before) && !isGlobal(after);
  if (a instanceof RegexError || b instanceof RegexError) return { ...notRead(a, b), lostGlobal };
  const [was, is] = [consumedCharacters(a.alternatives), consumedCharacters(b.alternatives)];
  return {
    ...languages(a, b),
    lostAnchors: lostAnchors(a, b),
    gainedCharacters: charactersWithout(is, was),
    lostCharacters: charactersWithout(was, is),
    superLinear: { before: superLinear(a), after: superLinear(b) },
    caseIgnored: caseIgnored(a, b),
    lostGlobal,
  };
}

/** The flags that say nothing about which texts have a match; where a sticky one begins is in the source. */
const otherFlags = /[dgy]/g;

function languages(a: ReadRegex, b: ReadRegex): LanguageComparison {
  const same = a.source === b.source && a.flags.replace(otherFlags, '') === b.flags.replace(otherFlags, '');
  if (same) return { accepts: 'equal', unknown: [] };
  const compared = attempt(() => compareLanguages(a.alternatives, b.alternatives));
  return compared instanceof RegexError ? { accepts: 'unknown', unknown: [compared.message] } : compared;
}

type Attempt<Result> = Result | RegexError;

function attempt<Result>(make: () => Result): Attempt<Result> {
  try {
    return make();
  } catch (error) {
    if (error instanceof RegexError) return error;
    throw error;
  }
}

function notRead(a: Attempt<ReadRegex>, b: Attempt<ReadRegex>): Omit<RegexComparison, 'lostGlobal'> {
  const growth = (one: Attempt<ReadRegex>): SuperLinear =>
    one instanceof RegexError ? unknownGrowth : superLinear(one);
  return {
    accepts: 'unknown',
    lostAnchors: 'unknown',
    gainedCharacters: 'unknown',
    lostCharacters: 'unknown',
    superLinear: { before: growth(a), after: growth(b) },
    caseIgnored: 'unknown',
    unknown: [a, b].flatMap((one) => (one instanceof RegexError ? [one.message] : [])),
  };
}

function lostAnchors(before: ReadRegex, after: ReadRegex): readonly LostAnchor[] {
  return (['start', 'end'] as const).flatMap((edge) => {
    const [was, is] = [holdOf(before.alternatives, edge), holdOf(after.alternatives, edge)];
    return isWeaker(is, was) ? [{ edge, before: was, after: is }] : [];
  });
}

function caseIgnored(before: ReadRegex, after: ReadRegex): RegexComparison['caseIgnored'] {
  const [was, is] = [before.flags.includes('i'), after.flags.includes('i')];
  return was === is ? 'same' : is ? 'gained' : 'lost';
}

function isGlobal({ flavour, flags }: RegexText): boolean {
  return flavour === 'javascript' && flags.includes('g');
}
