import type { Reason } from '@pawl/verdict';
import { rulePageOf } from './rule-page.ts';
import { ruleTextOf } from './rule-text-of.ts';
import { namedRuleOf } from './sarif-results.ts';
import { TITLES } from './text.ts';

/** What a person who decides about a reason should know of it, beside its own message. */
export interface ReasonText {
  /** Like `lost defence`. */
  readonly kind: string;
  /** What the rule is about, in a few words. */
  readonly title: string;
  readonly why: string;
  readonly mend: string;
  /** Where to read more, with an example; absent for a rule of another tool. */
  readonly page?: string;
}

/**
 * A reason in words: what kind it is, its rule, why that matters and how it is mended, and the page about it where
 * there is one.
 */
export function reasonText(reason: Reason): ReasonText {
  const named = namedRuleOf(reason);
  const { title, help } = ruleTextOf(named);
  const [why = '', mend = ''] = (help?.text ?? '').split('\n\n');
  const page = rulePageOf(named);
  return { kind: TITLES[reason.kind], title: title ?? named.rule, why, mend, ...(page === undefined ? {} : { page }) };
}
