import { PawlError } from '@pawl/errors';

/**
 * Why a push was refused before, or without, a verdict. All of it is form: none of these says what was found in the code.
 *
 * - `malformed-updates`: git gave the hook something that is no list of ref updates
 * - `forbidden-ref`: a ref that nobody may move by a push, or that moves only forward
 * - `ledger-refused`: a lock or a record that does not hold, or does not follow what is here
 * - `lock-first`: a lock and what is to be judged by it in one push
 * - `not-a-commit`: a branch or tag that names no commit
 * - `unsafe-server`: this repository would let things through that cannot be judged
 * - `unsafe-tests`: judging would run the pushed code here, and nobody said that it may
 * - `no-lock`: nothing to judge by
 * - `not-verified`: no verifier vouches for what is pushed
 * - `over-time`: the answer did not come within the budget
 * - `too-much`: more than is read at once
 */
export type ReceiveErrorCode =
  | 'malformed-updates'
  | 'forbidden-ref'
  | 'ledger-refused'
  | 'lock-first'
  | 'not-a-commit'
  | 'unsafe-server'
  | 'unsafe-tests'
  | 'no-lock'
  | 'not-verified'
  | 'over-time'
  | 'too-much';

/** A push that is refused without a verdict. It is told to whoever pushes, so it says nothing of the code. */
export class ReceiveError extends PawlError<ReceiveErrorCode> {}
