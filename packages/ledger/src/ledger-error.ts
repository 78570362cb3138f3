import { PawlError } from '@pawl/errors';

export type LedgerErrorCode =
  /** The commit under the lock's ref does not hold a readable lock. */
  | 'corrupt-lock'
  /** A lock was seen here before and is gone. */
  | 'lock-missing'
  /** The lock is older than one that was seen here before. */
  | 'lock-rolled-back'
  /** Several branches have a lock and nothing says which is meant. */
  | 'ambiguous-target'
  /** The memory outside the repository cannot be read or written. */
  | 'memory-unusable';

export class LedgerError extends PawlError<LedgerErrorCode> {}
