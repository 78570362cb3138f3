import { createHash, verify } from 'node:crypto';
import { type KeyKind, kindOf } from './key-kind.ts';
import type { PublicKey } from './public-key.ts';
import { refuseSignature, SignatureError } from './signature-error.ts';
import { WireReader } from './wire.ts';

/** What a token says about the person before it; of a software key, nothing. */
export interface Presence {
  /** Somebody touched it. */
  readonly userPresent: boolean;
  /** Somebody gave the PIN or a finger. */
  readonly userVerified: boolean;
}

/**
 * Checks what a key made against the bytes that it should have signed.
 *
 * The other half of an ECDSA signature can be turned round by anybody, and it still verifies: a signature is no name for
 * what was signed.
 *
 * @throws SignatureError `signature-malformed`, `unsupported-algorithm`, `signature-wrong`
 */
export function checkInner(key: PublicKey, inner: Uint8Array, message: Uint8Array): Presence {
  const kind = kindOf(key.type);
  const reader = new WireReader(inner, refuseSignature);
  const hash = hashNamedBy(reader.name(), key, kind);
  const signature = rawSignature(reader.string(), key, kind);
  const token = kind.isHardware ? reader.take(5) : undefined;
  reader.end();
  const signed = token === undefined ? message : tokenMessage(key, token, message);
  if (!verify(hash, signed, { key: key.material, dsaEncoding: 'ieee-p1363' }, signature)) {
    const next = 'put back the text and its signature as they were, or let a person sign again';
    throw new SignatureError('signature-wrong', 'the signature does not belong to this text', { next });
  }
  const flags = token?.[0] ?? 0;
  return { userPresent: (flags & 0x01) !== 0, userVerified: (flags & 0x04) !== 0 };
}

function hashNamedBy(algorithm: string, key: PublicKey, kind: KeyKind): string | null {
  switch (kind.family) {
    case 'rsa':
      if (algorithm === 'rsa-sha2-256') return 'sha256';
      if (algorithm === 'rsa-sha2-512') return 'sha512';
      // Among them `ssh-rsa`, which is over SHA-1.
      throw new SignatureError('unsupported-algorithm', 'the RSA signature is neither rsa-sha2-256 nor rsa-sha2-512');
    case 'ecdsa':
    case 'ed25519':
      if (algorithm !== key.type) throw refuseSignature('it is of another type than its key');
      return kind.family === 'ecdsa' ? kind.hash : null;
  }
}

/** As node:crypto takes it, of the one length that it can have. */
function rawSignature(bytes: Buffer, key: PublicKey, kind: KeyKind): Buffer {
  if (kind.family === 'ecdsa') return joinedHalves(bytes, kind.size);
  const length =
    kind.family === 'ed25519' ? 64 : Math.ceil((key.material.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  if (bytes.length !== length) throw refuseSignature('it has not the length that its key makes');
  return bytes;
}

function joinedHalves(bytes: Buffer, size: number): Buffer {
  const reader = new WireReader(bytes, refuseSignature);
  const halves = [reader.positive(), reader.positive()];
  reader.end();
  if (halves.some((half) => half.length > size)) throw refuseSignature('a number is too large for its curve');
  return Buffer.concat(halves.flatMap((half) => [Buffer.alloc(size - half.length), half]));
}

/** A token signs its application, its flags and its counter too (PROTOCOL.u2f): nobody can set a flag afterwards. */
function tokenMessage(key: PublicKey, flagsAndCounter: Buffer, message: Uint8Array): Buffer {
  const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
  return Buffer.concat([digest(key.application), flagsAndCounter, digest(message)]);
}
