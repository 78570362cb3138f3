import { SEVERITIES } from '@pawl/findings';
import { DEFAULT_POLICY } from '@pawl/verdict';
import { all, fields, inOrder, listOf, oneOf, text, wholeNumber } from './basic-rules.ts';
import { branchName } from './branch-rule.ts';
import { globRule } from './glob.ts';
import type { Rule } from './rule.ts';
import { scannerRules } from './scanner-rules.ts';

const ruling = oneOf('regression', 'escalated');
const people = oneOf('report', 'refuse');
const sensitivity = oneOf('strict', 'default', 'paranoid');

/** What a person may write. */
export const writtenRule: Rule = fields(
  {
    $schema: text,
    ...common('partial'),
    exclude: listOf(globRule),
    acceptUnexamined: listOf(globRule),
    policy: fields({ people, sensitivity, ...policyFields('partial') }, 'partial'),
  },
  'partial',
);

/** What a lock holds: the same, complete and in its one form. */
export const resolvedRule: Rule = fields(
  {
    ...common('complete'),
    exclude: all(listOf(globRule), inOrder),
    acceptUnexamined: all(listOf(globRule), inOrder),
    people,
    sensitivity,
    policy: fields(policyFields('complete'), 'complete'),
  },
  'complete',
);

function common(completeness: 'partial' | 'complete'): Readonly<Record<'target' | 'limits' | 'scanners', Rule>> {
  return {
    target: branchName,
    limits: fields(
      {
        maxFileBytes: wholeNumber(1024, 64 * 1024 * 1024),
        timeoutMs: wholeNumber(1000, 3_600_000),
        toolTimeoutMs: wholeNumber(1000, 6 * 3_600_000),
        toolMemoryBytes: wholeNumber(64 * 1024 * 1024, 1024 ** 4),
      },
      completeness,
    ),
    scanners: fields(scannerRules(completeness), completeness),
  };
}

/** Every key of the policy, read off its defaults, so that a new one cannot be forgotten here. */
function policyFields(completeness: 'partial' | 'complete'): Readonly<Record<string, Rule>> {
  const bySeverity = fields(Object.fromEntries(SEVERITIES.map((severity) => [severity, ruling])), completeness);
  const entries = Object.entries(DEFAULT_POLICY).map(([key, value]) => [
    key,
    typeof value === 'string' ? ruling : bySeverity,
  ]);
  return Object.fromEntries(entries);
}
