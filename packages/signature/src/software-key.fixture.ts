import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encodePublicKey } from './encode-public-key.ts';
import { parsePublicKey, type PublicKey } from './public-key.ts';
import { refuseSignature } from './signature-error.ts';
import type { KeyType } from './key-kind.ts';
import { wirePositive, wireString } from './wire.ts';

/** A key made here and now, which signs as ssh-keygen, or a token, would. */
export interface SoftwareKey {
  readonly type: KeyType;
  readonly publicKey: PublicKey;
  readonly privateKey: KeyObject;
  /** Signs bytes in the encoding of its type. `flags` are those of a token: 1 touched, 4 verified. */
  readonly sign: (message: Uint8Array, flags?: number) => Buffer;
}

const PAIRS: Readonly<Record<KeyType, () => { publicKey: KeyObject; privateKey: KeyObject }>> = {
  'ssh-ed25519': () => generateKeyPairSync('ed25519'),
  'sk-ssh-ed25519@openssh.com': () => generateKeyPairSync('ed25519'),
  'ecdsa-sha2-nistp256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'ecdsa-sha2-nistp384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'ecdsa-sha2-nistp521': () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  'sk-ecdsa-sha2-nistp256@openssh.com': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'ssh-rsa': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

export const KEY_TYPES = Object.keys(PAIRS) as readonly KeyType[];
export const HARDWARE_TYPES: readonly KeyType[] = KEY_TYPES.filter((type) => type.startsWith('sk-'));

export function softwareKey(type: KeyType = 'ssh-ed25519', application = 'ssh:'): SoftwareKey {
  const { publicKey, privateKey } = PAIRS[type]();
  const plain = encodePublicKey(publicKey, refuseSignature);
  const isToken = HARDWARE_TYPES.includes(type);
  const blob = isToken ? tokenBlob(type, plain, application) : plain;
  return {
    type,
    publicKey: parsePublicKey(blob, refuseSignature),
    privateKey,
    sign: (message, flags = 1) =>
      isToken ? signAsToken(type, privateKey, application, message, flags) : signPlainly(type, privateKey, message),
  };
}

/** The same key, whose type says that it lives in a token. */
function tokenBlob(type: KeyType, plain: Buffer, application: string): Buffer {
  const afterType = plain.subarray(4 + plain.readUInt32BE());
  return Buffer.concat([wireString(type), afterType, wireString(application)]);
}

function signPlainly(type: KeyType, key: KeyObject, message: Uint8Array): Buffer {
  const name = type === 'ssh-rsa' ? 'rsa-sha2-512' : type;
  return Buffer.concat([wireString(name), wireString(rawSignature(type, key, message))]);
}

function signAsToken(type: KeyType, key: KeyObject, application: string, message: Uint8Array, flags: number): Buffer {
  const flagsAndCounter = Buffer.of(flags, 0, 0, 0, 7);
  const signed = Buffer.concat([sha256(application), flagsAndCounter, sha256(message)]);
  return Buffer.concat([wireString(type), wireString(rawSignature(type, key, signed)), flagsAndCounter]);
}

export function rawSignature(type: KeyType, key: KeyObject, message: Uint8Array): Buffer {
  if (type.includes('ed25519')) return sign(null, message, key);
  if (type === 'ssh-rsa') return sign('sha512', message, key);
  const hash = type.endsWith('384') ? 'sha384' : type.endsWith('521') ? 'sha512' : 'sha256';
  const halves = sign(hash, message, { key, dsaEncoding: 'ieee-p1363' });
  return Buffer.concat([halves.subarray(0, halves.length / 2), halves.subarray(halves.length / 2)].map(wirePositive));
}

function sha256(bytes: string | Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
