import type { RuleNote } from '@pawl/scanner';
import { RULES } from './rules.ts';

const DOCS = 'https://github.com/secretlint/secretlint/tree/master/packages/@secretlint';

/** Every kind of secret that is looked for, and which of Secretlint's rules does it. */
export const ruleNotes: readonly RuleNote[] = Object.entries(RULES).map(([rule, { severity, message }]) => {
  const name = `secretlint-rule-${rule.slice(0, rule.indexOf('/'))}`;
  return {
    rule,
    title: message,
    severity,
    cwe: ['CWE-798'],
    page: `${DOCS}/${name}`,
    also: [`@secretlint/${name}`, rule.slice(rule.indexOf('/') + 1)],
  };
});
