import type { Reason } from '@pawl/verdict';

/** `ordinary`: a commit as it was made. `fix`: a security fix as it was made. `put-back`: that fix with its code as it was before. */
export type TaskKind = 'ordinary' | 'put-back' | 'fix';

/** One question to the gate. */
export interface Task {
  readonly kind: TaskKind;
  readonly commit: string;
  /** A commit. */
  readonly base: string;
  /** A commit, or for a fix that is put back a tree. */
  readonly head: string;
}

/** `stopped`: a case would have been opened. `could-not-tell`: none, and something was not examined. */
export type State = 'clean' | 'stopped' | 'could-not-tell';

/** Data from the judged code: whoever prints it escapes it. */
export type ToldReason = Pick<
  Reason,
  'kind' | 'outcome' | 'severity' | 'file' | 'line' | 'symbol' | 'rule' | 'tool' | 'message'
>;

/** What the gate said. Plain data: it comes from another process and is kept. */
export interface Judged {
  readonly state: State;
  /** Those that keep it from being clean, the worst first; of many the first. */
  readonly reasons: readonly ToldReason[];
  /** How many more there are. */
  readonly more: number;
  /** What the reasons are about, each once, of all of them. */
  readonly rules: readonly RuleOfReason[];
  /** In milliseconds, in a process that runs already. */
  readonly ms: number;
  /** Of this process alone, without git and without tools, in milliseconds. */
  readonly processorMs: number;
}

export type RuleOfReason = Pick<Reason, 'kind' | 'outcome' | 'rule' | 'tool'>;
