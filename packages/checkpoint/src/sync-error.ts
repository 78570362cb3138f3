import { PawlError } from '@pawl/errors';

export type SyncErrorCode =
  /** There is no such remote. */
  | 'no-remote'
  /** Whether others may see the ledger is for a person to say. */
  | 'agent-may-not-share'
  /** What the remote has is no ledger that holds. */
  | 'remote-broken'
  /** The remote did not take it. */
  | 'push-refused'
  /** Others have been pushing all the time. */
  | 'remote-busy';

export class SyncError extends PawlError<SyncErrorCode> {}
