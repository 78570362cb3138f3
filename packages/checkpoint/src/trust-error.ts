import { PawlError } from '@pawl/errors';

export type TrustErrorCode =
  /** Only people say whom to trust, and this is a known agent. */
  | 'agent-may-not-trust'
  /** Whom to trust is said at a terminal. */
  | 'needs-a-terminal'
  /** There is no lock, so the repository has no id yet. */
  | 'no-lock'
  /** What counts is what PAWL_ANCHOR says, which is set elsewhere. */
  | 'anchor-is-set'
  /** What was given is neither a key nor a line of a signer. */
  | 'no-key'
  /** A key says nothing of whose it is. */
  | 'name-missing'
  | 'already-trusted'
  | 'not-trusted'
  /** What is demanded could be met by nobody. */
  | 'nobody-may-sign';

/** Nothing was changed. */
export class TrustError extends PawlError<TrustErrorCode> {}
