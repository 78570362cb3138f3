import type { Criterion, CriterionName, Reason, ReasonKind, Verdict } from '@pawl/verdict';

/** One condition under which a loop may end; {@link EXIT_CRITERIA} says each in words. */
export type ExitCriterion =
  | 'functional-tests'
  | 'no-new-finding'
  | 'no-lesser-finding'
  | 'no-rise'
  | 'invariants-kept'
  | 'no-unguarded-path'
  | 'contracts-kept'
  | 'no-suppression'
  | 'security-tests-pass'
  | 'security-tests-kept'
  | 'gate-untouched'
  | 'within-drift'
  | 'not-stopped'
  | 'all-examined';

/** The conditions under which a loop may end, as a person reads them. The functional tests are the first: red ones are never judged. */
export const EXIT_CRITERIA: Readonly<Record<ExitCriterion, string>> = {
  'functional-tests': 'the functional tests are green',
  'no-new-finding': 'no new high or critical finding',
  'no-lesser-finding': 'no other new finding that a person has not looked at',
  'no-rise': 'no net rise in severity',
  'invariants-kept': 'no security invariant lost or weakened',
  'no-unguarded-path': 'no new unguarded path',
  'contracts-kept': 'no contract broken',
  'no-suppression': 'no new suppression',
  'security-tests-pass': 'the security tests pass',
  'security-tests-kept': 'the security tests did not shrink',
  'gate-untouched': 'the gate is untouched',
  'within-drift': 'the protected branch has not drifted too far from the lock',
  'not-stopped': 'the loop is not stopped by an earlier case',
  'all-examined': 'everything that has to be examined was examined',
};

const BROKEN_BY: Readonly<Record<ReasonKind, ExitCriterion>> = {
  'introduced-finding': 'no-new-finding',
  'worsened-finding': 'no-new-finding',
  'severity-total': 'no-rise',
  'lost-defence': 'invariants-kept',
  'weakened-defence': 'invariants-kept',
  'disguised-code': 'invariants-kept',
  'unguarded-path': 'no-unguarded-path',
  'broken-contract': 'contracts-kept',
  suppression: 'no-suppression',
  unreachable: 'no-suppression',
  'security-test-failed': 'security-tests-pass',
  'test-floor': 'security-tests-kept',
  'gate-integrity': 'gate-untouched',
  'protected-path': 'gate-untouched',
  drift: 'within-drift',
  latched: 'not-stopped',
  'unscanned-code': 'all-examined',
  'lost-coverage': 'all-examined',
  'not-examined': 'all-examined',
};

/** Which criteria a verdict breaks, each once, in the order of the list. For a person only. */
export function brokenCriteria({ reasons }: Pick<Verdict, 'reasons'>): readonly ExitCriterion[] {
  const broken = new Set(reasons.filter(({ outcome }) => outcome !== 'clean').map(criterionOf));
  return (Object.keys(EXIT_CRITERIA) as ExitCriterion[]).filter((criterion) => broken.has(criterion));
}

function criterionOf({ kind, severity }: Reason): ExitCriterion {
  const isFinding = kind === 'introduced-finding' || kind === 'worsened-finding';
  return isFinding && severity !== 'high' && severity !== 'critical' ? 'no-lesser-finding' : BROKEN_BY[kind];
}

/** What was not judged, or not in full: in the fast tier of all scanners only secrets are looked for; not every project has security tests. */
export function notJudged({ criteria, tier }: Pick<Verdict, 'criteria' | 'tier'>): readonly CriterionName[] {
  const isNot = ({ name, state }: Criterion): boolean =>
    state === 'not-judged' || (tier === 'fast' && name === 'scanners');
  return criteria.filter(isNot).map(({ name }) => name);
}

/**
 * Whether a loop may end with this verdict. In full a suite of security tests that could not run is a fault, so one that was not
 * judged is one that nobody has; whatever else was not judged is no reason to end.
 */
export function mayAccept(verdict: Pick<Verdict, 'outcome' | 'criteria' | 'tier'>): boolean {
  const excused: readonly CriterionName[] =
    verdict.tier === 'fast' ? ['scanners', 'security-tests'] : ['security-tests'];
  const isMet = verdict.criteria.every(
    ({ name, state }) => state === 'met' || (state === 'not-judged' && excused.includes(name)),
  );
  return verdict.outcome === 'clean' && isMet;
}
