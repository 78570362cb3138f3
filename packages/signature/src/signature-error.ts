import { PawlError } from '@pawl/errors';

/**
 * Why a signature does not count, or could not be made.
 *
 * - `signers-malformed`, `signer-wildcard`: the list of who may sign, before any signature is looked at
 * - `signature-malformed`, `unsupported-key`, `unsupported-algorithm`: what the signature is
 * - `signature-wrong`, `presence-missing`: the text, or the signature, is not what was signed; nobody touched the token
 * - `namespace-wrong`, `signer-unknown`, `signer-not-allowed-namespace`, `signer-expired`, `signer-not-yet-valid`: who signed, and
 *   for what
 * - `key-unusable`, `signing-failed`: making one
 */
export type SignatureErrorCode =
  | 'signers-malformed'
  | 'signer-wildcard'
  | 'signature-malformed'
  | 'unsupported-key'
  | 'unsupported-algorithm'
  | 'signature-wrong'
  | 'presence-missing'
  | 'namespace-wrong'
  | 'signer-unknown'
  | 'signer-not-allowed-namespace'
  | 'signer-expired'
  | 'signer-not-yet-valid'
  | 'key-unusable'
  | 'signing-failed';

/**
 * A signature that does not count or could not be made, a key or a list of signers that is refused. `next` says what
 * mends it.
 */
export class SignatureError extends PawlError<SignatureErrorCode> {}

/** Makes the error for something that is not what it should be: the same bytes are met in a signature and in a list of signers. */
export type Refuse = (why: string) => SignatureError;

export const refuseSignature: Refuse = (why) =>
  new SignatureError('signature-malformed', `the signature is malformed: ${why}`, {
    next: 'sign again with ssh-keygen -Y sign, or put back the signature as it was written',
  });
