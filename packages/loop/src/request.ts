import type { Checked, Progress, Tier } from '@pawl/checkpoint';
import type { ExitCriterion } from './exit-criteria.ts';
import type { Tampering } from './watched-refs.ts';

/** What is run and judged. Times are in milliseconds. */
export interface LoopRequest {
  /** Command lines for the system's shell. */
  readonly agent: string;
  readonly test: string;
  /** How many iterations at most. */
  readonly max: number;
  readonly tier: Tier;
  /** The branch to work on; else the one that is checked out, or a new one where that is the protected branch. */
  readonly branch: string | undefined;
  /** Of the commit. */
  readonly message: string | undefined;
  /** Go on with the unfinished run, whatever was changed of the command lines, and after a stop that has no case. */
  readonly resume: boolean;
  /** Forget the unfinished run and begin another one. */
  readonly fresh: boolean;
  readonly agentTimeoutMs: number;
  readonly testTimeoutMs: number;
}

/** One step, in words that an agent may read. Times are in seconds. */
export type LoopNews =
  | { readonly event: 'locked'; readonly target: string; readonly commit: string }
  | { readonly event: 'begun' | 'resumed'; readonly loop: string; readonly iteration: number; readonly max: number }
  | { readonly event: 'started'; readonly what: 'agent' | 'tests' | 'judgement'; readonly iteration: number }
  | {
      readonly event: 'agent' | 'tests' | 'judgement';
      readonly iteration: number;
      readonly result: string;
      readonly seconds: number;
    }
  | { readonly event: 'left-the-branch'; readonly loop: string };

/** How a loop is watched and interrupted. */
export interface LoopPorts {
  readonly tell: (news: LoopNews) => void;
  /** How far the scan of a first lock is. */
  readonly locking: Progress;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}

/** How a loop ended, and in which iteration, from 1. Only `accepted` has put anything on its branch. */
export type LoopEnd = { readonly loop: string; readonly iteration: number } & (
  | { readonly kind: 'accepted'; readonly commit: string; readonly tree: string; readonly checked: Checked }
  | {
      readonly kind: 'stopped';
      /** `undefined` where nothing could be judged any more, because of `tampering`. */
      readonly case: string | undefined;
      readonly tampering: Tampering | undefined;
      /** For a person only; empty where it was stopped before. */
      readonly violated: readonly ExitCriterion[];
      /** Absent where it was stopped before. */
      readonly checked: Checked | undefined;
      /** The branch that the work was put on for review. */
      readonly aside: string | undefined;
    }
  | { readonly kind: 'exhausted'; readonly testLog: string }
  | { readonly kind: 'could-not-tell'; readonly why: string; readonly checked: Checked | undefined }
  | { readonly kind: 'interrupted' }
);
