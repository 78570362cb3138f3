import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodePublicKey } from './encode-public-key.ts';
import { errorCode } from './error-code.fixture.ts';
import { fingerprintOf, isHardwareKey, isSameKey, parsePublicKey } from './public-key.ts';
import { refuseSignature } from './signature-error.ts';
import { KEY_TYPES, softwareKey } from './software-key.fixture.ts';
import { wirePositive, wireString } from './wire.ts';

function codeOf(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return errorCode(() => parsePublicKey(Buffer.concat(parts.map(wireString)), refuseSignature));
}

describe('a public key', () => {
  it.each(KEY_TYPES)('is read with its type: %s', (type) => {
    const { publicKey } = softwareKey(type);
    expect(publicKey.type).toBe(type);
    expect(isHardwareKey(publicKey)).toBe(type.startsWith('sk-'));
  });

  it('is the same only as itself', () => {
    const { publicKey } = softwareKey();
    expect(isSameKey(publicKey, parsePublicKey(publicKey.blob, refuseSignature))).toBe(true);
    expect(isSameKey(publicKey, softwareKey().publicKey)).toBe(false);
  });

  it('is called by the digest of its bytes', () => {
    const { publicKey } = softwareKey();
    const digest = createHash('sha256').update(publicKey.blob).digest('base64').slice(0, 43);
    expect(fingerprintOf(publicKey)).toBe(`SHA256:${digest}`);
  });
});

describe('when the type is not one that may sign', () => {
  it.each([
    'ssh-dss',
    'ssh-ed448',
    'ssh-ed25519-cert-v01@openssh.com',
    'sk-ssh-ed25519-cert-v01@openssh.com',
    'ssh-rsa-cert-v01@openssh.com',
    'rsa-sha2-512',
    'ecdsa-sha2-nistp224',
    'webauthn-sk-ecdsa-sha2-nistp256@openssh.com',
    'SSH-ED25519',
    'ssh-ed25519\0',
    'constructor',
    '__proto__',
    '',
  ])('it refuses %j', async (type) => {
    expect(await codeOf(type, Buffer.alloc(32))).toBe('unsupported-key');
  });

  it('it refuses the certificate of a key that may sign', async () => {
    const { blob } = softwareKey().publicKey;
    expect(await codeOf('ssh-ed25519-cert-v01@openssh.com', 'nonce', blob)).toBe('unsupported-key');
  });
});

describe('when an RSA key is weak', () => {
  const modulus = Buffer.concat([Buffer.of(0), Buffer.alloc(256, 0xa5)]);
  const exponent = Buffer.of(1, 0, 1);

  it.each([1024, 2040])('it refuses one of %i bits', async (modulusLength) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
    const blob = encodePublicKey(publicKey, refuseSignature);
    expect(await errorCode(() => parsePublicKey(blob, refuseSignature))).toBe('unsupported-key');
  });

  it('it takes 2048 bits and refuses 2047', async () => {
    expect(await codeOf('ssh-rsa', exponent, modulus)).toBe('accepted');
    expect(await codeOf('ssh-rsa', exponent, Buffer.alloc(256, 0x7f))).toBe('unsupported-key');
  });

  it('it refuses one of more than 16384 bits', async () => {
    expect(await codeOf('ssh-rsa', exponent, Buffer.alloc(2049, 1))).toBe('unsupported-key');
  });

  it.each([
    ['1, with which anybody signs', Buffer.of(1)],
    ['an even number', Buffer.of(2)],
    ['a number of nine bytes', Buffer.alloc(9, 1)],
  ])('it refuses the exponent %s', async (_, weak) => {
    expect(await codeOf('ssh-rsa', weak, modulus)).toBe('unsupported-key');
  });

  it.each([
    ['zero', Buffer.alloc(0)],
    ['a negative number', Buffer.of(0x80)],
    ['a number in a longer form', Buffer.of(0, 1, 0, 1)],
  ])('it refuses %s as its exponent', async (_, malformed) => {
    expect(await codeOf('ssh-rsa', malformed, modulus)).toBe('signature-malformed');
  });
});

describe('when the bytes are not those of a key', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const [x, y] = [jwk.x, jwk.y].map((half) => Buffer.from(half as string, 'base64url')) as [Buffer, Buffer];
  const compressed = Buffer.concat([Buffer.of(2 + ((y[31] as number) & 1)), x]);
  const point = Buffer.concat([Buffer.of(4), x, y]);

  it('it takes those of one', async () => {
    expect(await codeOf('ecdsa-sha2-nistp256', 'nistp256', point)).toBe('accepted');
  });

  it.each([
    ['no bytes at all', []],
    ['an ed25519 key of 31 bytes', ['ssh-ed25519', Buffer.alloc(31)]],
    ['an ed25519 key of 33 bytes', ['ssh-ed25519', Buffer.alloc(33)]],
    ['something after the key', ['ssh-ed25519', Buffer.alloc(32), '']],
    ['a token’s key without its application', ['sk-ssh-ed25519@openssh.com', Buffer.alloc(32)]],
    ['an application that a token’s key alone has', ['ssh-ed25519', Buffer.alloc(32), 'ssh:']],
    ['the curve of another type', ['ecdsa-sha2-nistp384', 'nistp256', point]],
    ['another curve', ['ecdsa-sha2-nistp256', 'nistp384', point]],
    ['a compressed point', ['ecdsa-sha2-nistp256', 'nistp256', compressed]],
    ['a hybrid point', ['ecdsa-sha2-nistp256', 'nistp256', Buffer.concat([Buffer.of(6), x, y])]],
    [
      'a point in a longer form',
      ['ecdsa-sha2-nistp256', 'nistp256', Buffer.concat([Buffer.of(4), x, Buffer.of(0), y])],
    ],
    ['the point at infinity', ['ecdsa-sha2-nistp256', 'nistp256', Buffer.of(0)]],
    ['a point that is not on the curve', ['ecdsa-sha2-nistp256', 'nistp256', Buffer.concat([Buffer.of(4), x, x])]],
    ['no curve', ['ecdsa-sha2-nistp256']],
  ])('it refuses %s', async (_, parts) => {
    expect(await codeOf(...parts)).toBe('signature-malformed');
  });

  it('it refuses a length that reaches past the end', async () => {
    const blob = Buffer.from(softwareKey().publicKey.blob);
    blob.writeUInt32BE(0xffffffff, 15);
    expect(await errorCode(() => parsePublicKey(blob, refuseSignature))).toBe('signature-malformed');
  });
});

describe('wirePositive', () => {
  it.each([
    [[0, 0, 1], '0000000101'],
    [[0x80], '000000020080'],
    [[0x7f, 0], '000000027f00'],
  ])('writes %j in its shortest form', (magnitude, hex) => {
    expect(wirePositive(Buffer.from(magnitude)).toString('hex')).toBe(hex);
  });
});
