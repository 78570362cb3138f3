import { PawlError } from '@pawl/errors';

/**
 * Why a loop could not begin or go on. None of these is ever "accepted".
 *
 * - `no-branch`, `dirty-work-tree`, `bare-repository`: where it was started
 * - `already-running`, `other-run`, `no-run`, `damaged-run`: what is known of the runs in this work tree
 * - `lock-gone`: a loop that was begun under a lock is never locked anew
 * - `agent-may-not-resume`: only a person lets a stopped loop go on
 */
export type LoopErrorCode =
  | 'no-branch'
  | 'dirty-work-tree'
  | 'bare-repository'
  | 'already-running'
  | 'other-run'
  | 'no-run'
  | 'damaged-run'
  | 'lock-gone'
  | 'agent-may-not-resume';

/** A loop that could not begin or go on. `next` is the command that mends it. */
export class LoopError extends PawlError<LoopErrorCode> {}
