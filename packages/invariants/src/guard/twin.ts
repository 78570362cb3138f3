import { type InvariantFinding, normaliseCode } from '@pawl/findings';
import { type Change, sidesOf } from '../change.ts';
import { Multiset } from '../multiset.ts';
import { plainCode } from '../plain-code.ts';
import { guardFacts } from './guard-facts.ts';
import { conjunctionKey } from './rejections.ts';

/**
 * Whether a change refuses as often as before what a lost guard refused, only elsewhere. What else a change adds speaks against a loss,
 * and a copy of the guarded function adds as much as one likes: so no score weighs that.
 */
export function hasTwin({ rule, snippet }: InvariantFinding, change: Change): boolean {
  if (rule !== 'lost-guard') return false;
  const [base, head] = [sidesOf(change, 'base').flatMap(guardFacts), sidesOf(change, 'head').flatMap(guardFacts)];
  const asked = normaliseCode(snippet).replaceAll('?.', '.');
  const lost = base.filter(({ form, condition }) => form === 'exit' && plainCode(condition) === asked);
  const keys = new Set(lost.flatMap(({ rejects }) => rejects.map(conjunctionKey)));
  const available = new Multiset();
  const keysOf = (facts: typeof base): readonly string[] =>
    facts.flatMap(({ rejects }) => rejects.map(conjunctionKey).filter((key) => keys.has(key)));
  for (const key of keysOf(head)) available.add(key);
  return keys.size > 0 && keysOf(base).every((key) => available.take(key));
}
