import { PawlError } from '@pawl/errors';

export type LockErrorCode =
  /** The text is no JSON at all. */
  | 'not-json'
  /** Writing the document again gives other bytes: duplicate keys, another order, white space, `1.0`, `-0`. */
  | 'not-canonical'
  | 'unknown-schema'
  | 'missing-field'
  | 'extra-field'
  | 'wrong-type'
  | 'too-deep';

/** A lock or an inventory that cannot be relied on. Nothing of such a document may be used. */
export class LockError extends PawlError<LockErrorCode> {}
