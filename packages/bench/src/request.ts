import type { Tier } from '@pawl/checkpoint';

/** What is replayed. */
export interface BenchRequest {
  /** Another repository than the one of the current folder; it may be bare. */
  readonly directory: string | undefined;
  /** At most so many ordinary commits; `undefined`: all that `since` or `range` allow. */
  readonly commits: number | undefined;
  /** Only what was committed after it, like `2026-01-31` or `3 months ago`. */
  readonly since: string | undefined;
  /** `A..B`: the commits of B that A has not; else those of HEAD. */
  readonly range: string | undefined;
  /** A file with past security fixes, or their commits with commas between; `none`; `undefined`: found by what their messages say. */
  readonly fixes: string | undefined;
  /** At most so many fixes that are found, the newest. */
  readonly maxFixes: number;
  readonly tier: Tier;
  /** So many processes judge at once. */
  readonly jobs: number;
  /** A judgement that takes longer could not tell, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether results of an earlier run are left aside; they are replaced. */
  readonly fresh: boolean;
}

/** Told while it runs. */
export interface BenchNews {
  /** How many tasks are done, and which commit was the last. */
  readonly onProgress: (done: number, total: number, commit: string) => void;
  /** Ends it; what was judged is kept. */
  readonly signal: AbortSignal;
  /** The file of the process that judges; else that of this package. */
  readonly worker?: URL;
}
