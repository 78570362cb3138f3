export type { Criterion, CriterionName, CriterionState } from './criteria.ts';
export { decide, type Judgement } from './decide.ts';
export type { ComparedCoverage, Drift, Evidence, Fault, GateChange } from './evidence.ts';
export { weightOfDrift } from './drift.ts';
export { opensCase, type Outcome, OUTCOMES, worstOutcome } from './outcome.ts';
export { DEFAULT_POLICY, type Policy, type Ruling } from './policy.ts';
export { protectedPart, type Protection, protectionOf } from './protected-files.ts';
export { compareReason, type Reason, type ReasonKind } from './reason.ts';
export { type AgentVerdict, type Assurance, type Tier, type Verdict, VERDICT_SCHEMA } from './verdict.ts';
