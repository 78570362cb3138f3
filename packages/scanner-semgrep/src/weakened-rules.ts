import { isWorse } from '@pawl/findings';
import { parseRules, type RuleText } from './parse-rules.ts';
import type { Rule } from './rule.ts';

/** What a person reads, and what changes nothing that is found. */
const SAID: readonly string[] = ['message', 'metadata', 'fix', 'fix-regex', 'severity'];

/**
 * The ids of rules that are gone, look for something else or count for less (C04). A rule that is new, counts for more or only
 * says more is none of them. Whether another pattern finds more or less nobody can tell, so that it is one.
 *
 * @throws AdapterError `rules-broken` where one side cannot be read.
 */
export function weakenedRules(base: readonly RuleText[], head: readonly RuleText[]): readonly string[] {
  const after = new Map(parseRules(head).map((rule) => [rule.id, rule]));
  return parseRules(base).flatMap((rule) => (isAsStrong(after.get(rule.id), rule) ? [] : [rule.id]));
}

function isAsStrong(rule: Rule | undefined, than: Rule): boolean {
  return rule !== undefined && patternOf(rule) === patternOf(than) && !isWorse(than.severity, rule.severity);
}

function patternOf({ source }: Rule): string {
  const found = Object.entries(source).filter(([key]) => !SAID.includes(key));
  return JSON.stringify(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
