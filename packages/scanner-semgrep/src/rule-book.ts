import { AdapterError, type OwnFile } from '@pawl/scanner';
import { type Canary, languageCanary, spacegrepPairs, type SpacegrepPair } from './canaries.ts';
import { type LanguageId, languagesOf } from './languages.ts';
import { parseRules } from './parse-rules.ts';
import type { Rule } from './rule.ts';
import { copiesOf } from './rule-copies.ts';

const RULES = 'rules.json';
const CANARIES = 'canaries.json';

/** The pinned rules and what follows from them. */
export interface RuleBook {
  /** By each id that Semgrep knows: two copies of a rule are one rule. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly languages: ReadonlySet<LanguageId>;
  readonly pairs: readonly SpacegrepPair[];
  /** What Semgrep reads: the rules, and ours that say what it did. */
  readonly own: readonly OwnFile[];
}

/** JSON is YAML, and Semgrep reads it faster. One line for each rule, so that a person can compare two locks. */
export function pinnedRules(rules: readonly Rule[]): readonly OwnFile[] {
  return [fileOf(RULES, rules)];
}

/** @throws AdapterError `rules-broken` where the pin does not hold what {@link pinnedRules} writes. */
export function openRuleBook(pinned: readonly OwnFile[]): RuleBook {
  const [file, ...others] = pinned;
  if (file?.name !== RULES || others.length > 0)
    throw new AdapterError('rules-broken', 'The pinned rules of Semgrep are not what was written.', {
      next: 'pawl lock',
    });
  const rules = parseRules([file]);
  const languages = new Set(rules.flatMap((rule) => rule.languages));
  const pairs = spacegrepPairs(rules);
  const canaries = [...[...languages].sort().map(languageCanary), ...pairs.flatMap(({ aimed, read }) => [aimed, read])];
  return {
    rules: new Map(rules.flatMap((rule) => copiesOf(rule).map(({ id }) => [id, rule]))),
    languages,
    pairs,
    own: [fileOf(RULES, rules.flatMap(copiesOf)), fileOf(CANARIES, canaries)],
  };
}

/** The canaries of the languages that a file must be read as. */
export function owedCanaries({ languages }: RuleBook, file: string): readonly Canary[] {
  return languagesOf(file)
    .filter((language) => languages.has(language))
    .map(languageCanary);
}

function fileOf(name: string, rules: readonly { readonly source: unknown }[]): OwnFile {
  return { name, text: `{"rules":[\n${rules.map(({ source }) => JSON.stringify(source)).join(',\n')}\n]}\n` };
}
