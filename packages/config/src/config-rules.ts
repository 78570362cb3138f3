import { SEVERITIES } from '@pawl/findings';
import { DEFAULT_POLICY } from '@pawl/verdict';
import { all, isRecord, matching, oneOf, type Rule, wrong } from '@pawl/document';
import { fields, inOrder, listOf, orNull, text, wholeNumber } from './basic-rules.ts';
import { branchName } from './branch-rule.ts';
import { globRule } from './glob.ts';
import { scannerRules } from './scanner-rules.ts';
import { securityTestRules } from './security-test-rules.ts';

const ruling = oneOf('regression', 'escalated');
const people = oneOf('report', 'refuse');
const sensitivity = oneOf('strict', 'default', 'paranoid');

/** An X25519 key of age; the last six characters are a checksum, which sealing looks at. */
const recipient = matching(/^age1[02-9ac-hj-np-z]{58}$/u, 'an age recipient like "age1…"');

/** What stands in it is looked at where it is written down and where people are told: no commit waits for that. */
const isObject: Rule = (value, path) => (isRecord(value) ? [] : wrong(path, 'must be an object'));

/** What a person may write. */
export const writtenRule: Rule = fields(
  {
    $schema: text,
    ...common('partial'),
    exclude: listOf(globRule),
    acceptUnexamined: listOf(globRule),
    protect: listOf(globRule),
    reviewers: listOf(recipient),
    policy: fields({ people, sensitivity, ...policyFields('partial') }, 'partial'),
  },
  'partial',
  { notify: isObject },
);

/** What a lock holds: the same, complete and in its one form. */
export const resolvedRule: Rule = fields(
  {
    ...common('complete'),
    exclude: all(listOf(globRule), inOrder),
    acceptUnexamined: all(listOf(globRule), inOrder),
    protect: all(listOf(globRule), inOrder),
    reviewers: all(listOf(recipient), inOrder),
    people,
    sensitivity,
    policy: fields(policyFields('complete'), 'complete'),
  },
  'complete',
  { notify: isObject },
);

type Common = 'target' | 'limits' | 'lock' | 'drift' | 'waivers' | 'scanners' | 'securityTests';

function common(completeness: 'partial' | 'complete'): Readonly<Record<Common, Rule>> {
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
    lock: fields({ expiresAfterDays: orNull(wholeNumber(1, 3650)) }, completeness),
    drift: fields({ limit: wholeNumber(0, 1_000_000) }, completeness),
    waivers: fields({ max: wholeNumber(0, 1000) }, completeness),
    scanners: fields(scannerRules(completeness), completeness),
    securityTests: fields(securityTestRules(completeness), completeness),
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
