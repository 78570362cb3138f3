import { PawlError } from '@pawl/errors';

export type DecisionRefusedCode =
  /** Only people decide, and this is a known agent. */
  | 'agent-may-not-decide'
  /** Standard input and standard error have to be a terminal, so that a person answers. */
  | 'needs-a-terminal'
  /** Nothing is locked, so nothing is stopped. */
  | 'nothing-locked'
  | 'no-such-case'
  /** Its note names a lock that is none of ours. */
  | 'foreign-case'
  | 'no-such-item'
  /** What is told is about no code that a waiver could be bound to. */
  | 'not-waivable'
  | 'already-waived'
  /** What was typed is not what was asked for. */
  | 'not-confirmed'
  /** Something got worse since the lock before, and nobody accepted it. */
  | 'worse-than-before';

/** Nothing was decided, and nothing was written. */
export class DecisionRefused extends PawlError<DecisionRefusedCode> {}
