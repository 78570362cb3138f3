import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { isKeyType, type KeyKind, type KeyType, kindOf } from './key-kind.ts';
import { type Refuse, SignatureError } from './signature-error.ts';
import { WireReader } from './wire.ts';

/** A public key that was read strictly. */
export interface PublicKey {
  readonly type: KeyType;
  /** In SSH's own encoding, of which a key has exactly one: equal bytes, equal key. */
  readonly blob: Uint8Array;
  readonly material: KeyObject;
  /** What a hardware key was made for, `ssh:` by default; empty for others. It is part of what the token signs. */
  readonly application: Uint8Array;
}

/**
 * Reads a public key in SSH's encoding (RFC 4253 section 6.6, RFC 5656, RFC 8709, PROTOCOL.u2f), in its one spelling.
 *
 * @throws SignatureError `unsupported-key` for a type or size that is not accepted, and what `refuse` makes of broken bytes.
 */
export function parsePublicKey(blob: Uint8Array, refuse: Refuse): PublicKey {
  const reader = new WireReader(blob, refuse);
  const type = reader.name();
  if (!isKeyType(type)) throw unsupported(`keys of the type ${JSON.stringify(type.slice(0, 64))} are not accepted`);
  const kind = kindOf(type);
  const jwk = readJwk(kind, reader, refuse);
  const application = kind.isHardware ? reader.string() : Buffer.alloc(0);
  reader.end();
  return { type, blob, material: materialOf(jwk, refuse), application };
}

/** Whether two keys are one. */
export function isSameKey(one: PublicKey, other: PublicKey): boolean {
  return Buffer.compare(one.blob, other.blob) === 0;
}

/** Whether the key says that it lives in a token. Anybody can make a key that says so: only where the key came from proves it. */
export function isHardwareKey(key: PublicKey): boolean {
  return kindOf(key.type).isHardware;
}

/** As `ssh-keygen -l` prints it: `SHA256:…`. */
export function fingerprintOf(key: PublicKey): string {
  return `SHA256:${createHash('sha256').update(key.blob).digest('base64').replace(/=+$/u, '')}`;
}

function readJwk(kind: KeyKind, reader: WireReader, refuse: Refuse): JsonWebKey {
  switch (kind.family) {
    case 'ed25519':
      return { kty: 'OKP', crv: 'Ed25519', x: reader.string().toString('base64url') };
    case 'rsa':
      return readRsa(reader);
    case 'ecdsa': {
      if (reader.name() !== kind.curve) throw refuse('the curve is not the one of its type');
      const [form, ...point] = reader.string();
      if (form !== 4 || point.length !== 2 * kind.size) throw refuse('the key is not an uncompressed point');
      const [x, y] = [point.slice(0, kind.size), point.slice(kind.size)].map((half) => Buffer.from(half));
      return { kty: 'EC', crv: kind.jwkCurve, x: x?.toString('base64url'), y: y?.toString('base64url') };
    }
  }
}

function readRsa(reader: WireReader): JsonWebKey {
  const exponent = reader.positive();
  const modulus = reader.positive();
  const bits = 8 * modulus.length - Math.clz32(modulus[0] as number) + 24;
  // The bounds are those of OpenSSH, but for the lower one, which is NIST SP 800-131A's.
  if (bits < 2048 || bits > 16_384) throw unsupported(`an RSA key of ${bits} bits is not accepted, only 2048 to 16384`);
  // With the exponent 1 anybody can sign.
  const isOdd = ((exponent.at(-1) as number) & 1) === 1;
  if (!isOdd || exponent.length > 8 || (exponent.length === 1 && exponent[0] === 1)) {
    throw unsupported('an RSA key with such an exponent is not accepted');
  }
  return { kty: 'RSA', n: modulus.toString('base64url'), e: exponent.toString('base64url') };
}

/** OpenSSL looks whether a point lies on its curve, and whether a key has its length. */
function materialOf(jwk: JsonWebKey, refuse: Refuse): KeyObject {
  try {
    return createPublicKey({ format: 'jwk', key: jwk });
  } catch {
    throw refuse('the key is not one of its type');
  }
}

function unsupported(why: string): SignatureError {
  return new SignatureError('unsupported-key', why, { next: 'make a key: ssh-keygen -t ed25519-sk, or -t ed25519' });
}
