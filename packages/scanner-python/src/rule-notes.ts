import type { RuleNote } from '@pawl/scanner';
import { RULE_NAMES } from './rule-names.ts';
import { LEFT_OUT, RULES } from './rules.ts';

/** Every S rule of Ruff that somebody here has judged: those that run, and those that do not. */
export const ruleNotes: readonly RuleNote[] = Object.entries(RULE_NAMES).map(([rule, title]) => {
  const [run, leftOut] = [RULES[rule], LEFT_OUT[rule]];
  return {
    rule,
    title,
    cwe: run === undefined ? [] : [run.cwe],
    page: `https://docs.astral.sh/ruff/rules/${title}/`,
    also: [title],
    ...(run && { severity: run.severity }),
    ...(leftOut !== undefined && { leftOut }),
  };
});
