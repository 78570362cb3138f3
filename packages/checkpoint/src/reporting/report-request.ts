import type { Audience } from '../audience.ts';

export interface ReportRequest {
  /** Another repository than the one of the current folder; it may be bare. */
  readonly directory: string | undefined;
  /** The protected branch whose lock is meant. */
  readonly target: string | undefined;
  /** The loop that is looked at; else that of the current branch, else the one that was judged last. */
  readonly loop: string | undefined;
  /** A person may ask for what an agent gets. The other way round nobody can ask. */
  readonly audience: Audience | 'auto';
  /** Whether every verdict in the ledger is recomputed, as `pawl verify` does. */
  readonly verify: boolean;
  /** How many checkpoints are measured at most; else as many as take some minutes. */
  readonly measure: number | undefined;
  /** Whether results that were found before are used, and new ones kept. */
  readonly cache: boolean;
}

/** How far the work has come, and what is being done. */
export type ReportProgress = (done: number, total: number, what: string) => void;
