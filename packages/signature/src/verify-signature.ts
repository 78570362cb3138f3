import { checkInner, type Presence } from './check-inner.ts';
import { fingerprintOf, isHardwareKey, isSameKey, type PublicKey } from './public-key.ts';
import type { Signer } from './signer.ts';
import { SignatureError } from './signature-error.ts';
import { parseSshsig, signedBytes } from './sshsig.ts';

/** Whether this signature is one of this text, for the purpose `namespace`, by one of these signers. */
export interface Question {
  /** A string is signed as its UTF-8 bytes. */
  readonly text: string | Uint8Array;
  /** Armoured, exactly as ssh-keygen wrote it. */
  readonly signature: string;
  readonly namespace: string;
  readonly signers: readonly Signer[];
  /** When it counts. Never an instant that the signer, or the repository, could choose. */
  readonly at: Date;
}

/** Who signed, with which key, and whether a token was touched for it. */
export interface VerifiedBy extends Presence {
  readonly principal: string;
  readonly key: PublicKey;
  /** Whether the key's type is one of a token; then `userPresent` is true. */
  readonly isHardware: boolean;
}

/**
 * Who signed this text for this purpose, among those who may.
 *
 * @throws SignatureError In this order: `signature-malformed`, `unsupported-key`, `unsupported-algorithm`, `namespace-wrong`,
 *   `signer-unknown`, `signature-wrong`, `presence-missing`, `signer-not-allowed-namespace`, `signer-not-yet-valid`,
 *   `signer-expired`.
 */
export function verifySignature({ text, signature, namespace, signers, at }: Question): VerifiedBy {
  const sshsig = parseSshsig(signature);
  if (sshsig.namespace !== namespace) throw wrongNamespace(namespace);
  const signer = signers.find(({ key }) => isSameKey(key, sshsig.key));
  if (signer === undefined) throw unknownSigner(sshsig.key);
  const presence = checkInner(signer.key, sshsig.inner, signedBytes(text, sshsig));
  const isHardware = isHardwareKey(signer.key);
  if (isHardware && !presence.userPresent) throw nobodyThere(signer);
  mayStillSign(signer, namespace, at);
  return { principal: signer.principal, key: signer.key, isHardware, ...presence };
}

/**
 * The key that a signature names, of which nothing is proven yet.
 *
 * @throws SignatureError `signature-malformed`, `unsupported-key`, `unsupported-algorithm`
 */
export function keyOfSignature(signature: string): PublicKey {
  return parseSshsig(signature).key;
}

function mayStillSign({ principal, namespaces, validAfter, validBefore }: Signer, namespace: string, at: Date): void {
  if (!namespaces.includes(namespace)) {
    throw notAllowed('signer-not-allowed-namespace', `${principal} may not sign for ${namespace}`);
  }
  // Written so that an instant which is none (NaN) is within no bounds.
  if (validAfter !== undefined && !(at >= validAfter)) {
    throw notAllowed('signer-not-yet-valid', `${principal} may sign from ${isoOf(validAfter)} on`);
  }
  if (validBefore !== undefined && !(at <= validBefore)) {
    throw notAllowed('signer-expired', `${principal} could sign until ${isoOf(validBefore)}`);
  }
}

function isoOf(instant: Date): string {
  return instant.toISOString();
}

function wrongNamespace(namespace: string): SignatureError {
  const next = `sign it for what it is: ssh-keygen -Y sign -n ${namespace}`;
  return new SignatureError('namespace-wrong', `the signature was made for something else than ${namespace}`, { next });
}

function unknownSigner(key: PublicKey): SignatureError {
  return notAllowed('signer-unknown', `the key ${fingerprintOf(key)} is not among those that may sign`);
}

function nobodyThere({ principal }: Signer): SignatureError {
  const next = 'sign again and touch the token; a key made with no-touch-required cannot be used';
  return new SignatureError('presence-missing', `nobody touched the token of ${principal}`, { next });
}

type NotAllowed = 'signer-unknown' | 'signer-not-allowed-namespace' | 'signer-not-yet-valid' | 'signer-expired';

function notAllowed(code: NotAllowed, message: string): SignatureError {
  return new SignatureError(code, message, { next: 'see who may sign: pawl trust' });
}
