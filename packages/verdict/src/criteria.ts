import type { Evidence } from './evidence.ts';
import type { Reason, ReasonKind } from './reason.ts';

/** What a criterion is about. */
export type CriterionName = 'scanners' | 'invariants' | 'security-tests' | 'gate';
/** `not-judged` is what nobody looked at: it is not met. */
export type CriterionState = 'met' | 'unmet' | 'not-judged';

/** One of the conditions under which a loop may end. Only `met` is good enough. */
export interface Criterion {
  readonly name: CriterionName;
  readonly state: CriterionState;
  /** How many reasons keep it from being met. */
  readonly reasons: number;
}

/** Coverage is in two of them: what was not examined was examined neither by a scanner nor for its defences. */
const KINDS: Readonly<Record<CriterionName, readonly ReasonKind[]>> = {
  scanners: [
    'introduced-finding',
    'worsened-finding',
    'severity-total',
    'suppression',
    'unreachable',
    'lost-coverage',
    'unscanned-code',
    'not-examined',
  ],
  invariants: [
    'lost-defence',
    'weakened-defence',
    'unguarded-path',
    'disguised-code',
    'broken-contract',
    'lost-coverage',
    'unscanned-code',
    'not-examined',
  ],
  'security-tests': ['security-test-failed', 'test-floor'],
  gate: ['gate-integrity', 'protected-path', 'drift', 'latched'],
};

export function criteriaOf(evidence: Evidence, reasons: readonly Reason[]): readonly Criterion[] {
  return [
    criterion('scanners', evidence.delta !== undefined, reasons),
    criterion('invariants', evidence.invariants !== undefined, reasons),
    criterion('security-tests', evidence.tests?.ran === true, reasons),
    criterion('gate', evidence.gateChanges !== undefined, reasons),
  ];
}

function criterion(name: CriterionName, judged: boolean, reasons: readonly Reason[]): Criterion {
  const against = reasons.filter(({ kind, outcome }) => KINDS[name].includes(kind) && outcome !== 'clean');
  return { name, state: stateOf(judged, against), reasons: against.length };
}

/** What is known to be bad is unmet even when the rest could not be judged. */
function stateOf(judged: boolean, against: readonly Reason[]): CriterionState {
  if (against.some(({ outcome }) => outcome !== 'inconclusive')) return 'unmet';
  return judged && against.length === 0 ? 'met' : 'not-judged';
}
