import type { LanguageId } from './languages.ts';
import { COPY } from './read-rule.ts';
import type { Rule } from './rule.ts';

/** A rule as Semgrep gets it, in languages whose patterns are read alike. */
export interface RuleCopy {
  /** The rule's own id where there is one copy. */
  readonly id: string;
  readonly languages: readonly LanguageId[];
  readonly source: Readonly<Record<string, unknown>>;
}

/** Tried with 1.182.0: whichever of them stands first in a rule, its patterns find the same in files of the others. */
const READ_ALIKE: readonly (readonly LanguageId[])[] = [
  ['js', 'ts'],
  ['c', 'cpp'],
  ['python', 'python3'],
];

/**
 * Semgrep reads the patterns of a rule in one of its languages, and looks for that in the files of all: `eval($X)` for
 * Python and JavaScript finds nothing in one of them, and nothing tells. So it gets such a rule once for each.
 */
export function copiesOf({ id, languages, source }: Rule): readonly RuleCopy[] {
  const groups = new Map<LanguageId, LanguageId[]>();
  for (const language of languages) {
    const first = READ_ALIKE.find((alike) => alike.includes(language))?.[0] ?? language;
    groups.set(first, [...(groups.get(first) ?? []), language]);
  }
  if (groups.size === 1) return [{ id, languages, source }];
  return [...groups.values()].map((group) => {
    const own = `${COPY}${String(group[0])}.${id}`;
    return { id: own, languages: group, source: { ...source, id: own, languages: group } };
  });
}

/** The rule without some of its copies, or `undefined` where none is left. */
export function withoutCopies(rule: Rule, unfit: ReadonlySet<string>): Rule | undefined {
  const copies = copiesOf(rule);
  const fit = copies.filter(({ id }) => !unfit.has(id));
  if (fit.length === copies.length) return rule;
  if (fit.length === 0) return undefined;
  const languages = fit.flatMap((copy) => copy.languages);
  return { ...rule, languages, source: { ...rule.source, languages } };
}

/** What Semgrep says of a copy, said of the rule that people know. */
export function withoutCopyNames(text: string): string {
  return text.replace(NAMES, '');
}

const NAMES = new RegExp(`${COPY.replaceAll('.', String.raw`\.`)}[a-z0-9]+\\.`, 'gu');
