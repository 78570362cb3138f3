import { coverageReasons } from './coverage-reasons.ts';
import { criteriaOf, type Criterion } from './criteria.ts';
import type { Evidence, Fault, GateChange } from './evidence.ts';
import { deltaReasons, invariantReasons, suppressionReasons } from './finding-reasons.ts';
import { type Outcome, worstOutcome } from './outcome.ts';
import type { Policy } from './policy.ts';
import { compareReason, NOWHERE, type Reason } from './reason.ts';

export interface Judgement {
  readonly outcome: Outcome;
  /** Worst first; the order never depends on the order of the evidence. */
  readonly reasons: readonly Reason[];
  readonly criteria: readonly Criterion[];
  readonly coverage: {
    /** How many files of head were examined by at least one scanner. */
    readonly examined: number;
    readonly notExamined: readonly { readonly file: string; readonly why: string }[];
  };
}

/** From evidence and policy to a judgement. The worst reason decides. */
export function decide(evidence: Evidence, policy: Policy): Judgement {
  const reasons = [
    ...faultReasons(evidence.faults ?? []),
    ...nothingJudged(evidence),
    ...(evidence.delta ? deltaReasons(evidence.delta, policy) : []),
    ...invariantReasons(evidence.invariants ?? [], policy),
    ...suppressionReasons(evidence.suppressions ?? [], policy),
    ...gateReasons(evidence.gateChanges ?? [], policy),
    ...coverageReasons(evidence.coverage, policy),
  ].sort(compareReason);
  return {
    outcome: worstOutcome(reasons),
    reasons,
    criteria: criteriaOf(evidence, reasons),
    coverage: {
      examined: new Set(evidence.coverage.head.examined.map(({ file }) => file)).size,
      notExamined: reasons.flatMap(filesNotExamined),
    },
  };
}

function faultReasons(faults: readonly Fault[]): readonly Reason[] {
  return faults.map(({ code, message, next }) => ({
    ...NOWHERE,
    kind: 'not-examined',
    outcome: 'inconclusive',
    rule: code,
    message: next === undefined ? message : `${message}; next: ${next}`,
  }));
}

/** With neither scanners nor invariants there is no verdict to give. */
function nothingJudged({ delta, invariants }: Evidence): readonly Reason[] {
  if (delta !== undefined || invariants !== undefined) return [];
  const message = 'Nothing was judged: neither scanners nor invariants gave an answer.';
  return faultReasons([{ code: 'nothing-judged', message }]);
}

function gateReasons(changes: readonly GateChange[], policy: Policy): readonly Reason[] {
  return changes.map(({ file, change }) => ({
    ...NOWHERE,
    kind: 'gate-integrity',
    outcome: policy.gate,
    file,
    message: `This file belongs to the gate and was ${change}.`,
  }));
}

function filesNotExamined({ kind, file, message }: Reason): readonly { readonly file: string; readonly why: string }[] {
  const isAboutCoverage = kind === 'lost-coverage' || kind === 'not-examined';
  return isAboutCoverage && file !== null ? [{ file, why: message }] : [];
}
