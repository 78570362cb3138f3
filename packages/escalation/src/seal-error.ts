import { PawlError } from '@pawl/errors';

export type SealErrorCode =
  /** Nobody is named who could read it. */
  | 'no-recipient'
  /** What is named is no age recipient: mistyped, or of another kind than X25519. */
  | 'recipient-invalid'
  /** The file holds no age identity. */
  | 'identity-invalid'
  /** It was sealed for others. */
  | 'not-for-you'
  /** It is not what was sealed: cut, changed, or never sealed at all. */
  | 'sealed-damaged'
  /** More than can be sealed. */
  | 'too-large';

export class SealError extends PawlError<SealErrorCode> {}
