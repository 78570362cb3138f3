import { coverageReasons } from './coverage-reasons.ts';
import { criteriaOf, type Criterion } from './criteria.ts';
import type { Evidence, Fault, GateChange } from './evidence.ts';
import { deltaReasons, invariantReasons, suppressionReasons } from './finding-reasons.ts';
import { type Outcome, worstOutcome } from './outcome.ts';
import { driftReasons, latchReasons } from './loop-reasons.ts';
import type { Policy } from './policy.ts';
import type { Protection } from './protected/protected-change.ts';
import { compareReason, NOWHERE, type Reason } from './reason.ts';

/** What was decided and why: the part of a verdict that follows from evidence and policy alone. */
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
    ...invariantReasons([...(evidence.invariants ?? []), ...(evidence.tests?.findings ?? [])], policy),
    ...suppressionReasons(evidence.suppressions ?? [], policy),
    ...gateReasons(evidence.gateChanges ?? [], policy),
    ...driftReasons(evidence.drift),
    ...latchReasons(evidence.latch ?? []),
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

/** With neither scanners nor invariants there is no verdict to give, but for a loop that is stopped already. */
function nothingJudged({ delta, invariants, latch = [] }: Evidence): readonly Reason[] {
  if (delta !== undefined || invariants !== undefined || latch.length > 0) return [];
  const message = 'Nothing was judged: neither scanners nor invariants gave an answer.';
  return faultReasons([{ code: 'nothing-judged', message }]);
}

function gateReasons(changes: readonly GateChange[], policy: Policy): readonly Reason[] {
  return changes.map(({ file, change, protects, rule, what }) => ({
    ...NOWHERE,
    ...(protects === 'deployment'
      ? { kind: 'protected-path', outcome: policy.protectedPath }
      : { kind: 'gate-integrity', outcome: policy.gate }),
    file,
    rule: rule ?? null,
    message: what ?? `${WHAT_IT_IS[protects]} and was ${change}.`,
  }));
}

const WHAT_IT_IS: Readonly<Record<Protection, string>> = {
  gate: 'This file belongs to the gate',
  harness: 'This file says what a coding agent may do and what runs beside it,',
  pipeline: 'This file decides what is checked before a merge and who agrees to it,',
  dependency: 'This file decides what is installed,',
  scanner: 'This file tells a scanner where to look or what to say (it has no effect on this verdict)',
  deployment: 'This file says how code is run, which no rule can weigh,',
};

function filesNotExamined({ kind, file, message }: Reason): readonly { readonly file: string; readonly why: string }[] {
  const isAboutCoverage = kind === 'lost-coverage' || kind === 'unscanned-code' || kind === 'not-examined';
  return isAboutCoverage && file !== null ? [{ file, why: message }] : [];
}
