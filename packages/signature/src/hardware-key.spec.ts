import { describe, expect, it } from 'vitest';
import { errorCode } from './error-code.fixture.ts';
import { forge, NAMESPACE, partsOf, TEXT } from './forge.fixture.ts';
import { HARDWARE_TYPES, softwareKey, type SoftwareKey } from './software-key.fixture.ts';
import { type VerifiedBy, verifySignature } from './verify-signature.ts';

function verify(key: SoftwareKey, signature: string): VerifiedBy {
  const signers = [{ principal: 'alice@example.com', namespaces: [NAMESPACE], key: key.publicKey }];
  return verifySignature({ text: TEXT, signature, namespace: NAMESPACE, signers, at: new Date(0) });
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const withFlags = (key: SoftwareKey, flags: number): string => forge(key, partsOf(key, { flags }));

describe.each(HARDWARE_TYPES)('when a token signed with a key of the type %s', (type) => {
  const token = softwareKey(type);
  const { inner } = partsOf(token);

  it.each([
    [0x01, { userPresent: true, userVerified: false }],
    [0x05, { userPresent: true, userVerified: true }],
  ])('it says what the flags %i say of the person', (flags, presence) => {
    expect(verify(token, withFlags(token, flags))).toMatchObject({ isHardware: true, ...presence });
  });

  it.each([0x00, 0x04, 0x80, 0xfe])('it refuses the flags %i, of nobody who touched it', async (flags) => {
    expect(await errorCode(() => verify(token, withFlags(token, flags)))).toBe('presence-missing');
  });

  it('it refuses a touch that was written in afterwards', async () => {
    const untouched = Buffer.from(partsOf(token, { flags: 0 }).inner);
    untouched.writeUInt8(1, untouched.length - 5);
    expect(await errorCode(() => verify(token, forge(token, { inner: untouched })))).toBe('signature-wrong');
  });

  it('it refuses another counter', async () => {
    const recounted = Buffer.from(inner);
    recounted.writeUInt8(8, recounted.length - 1);
    expect(await errorCode(() => verify(token, forge(token, { inner: recounted })))).toBe('signature-wrong');
  });

  it.each([
    ['no flags and no counter', inner.subarray(0, -5)],
    ['a cut counter', inner.subarray(0, -1)],
    ['something after its counter', Buffer.concat([inner, Buffer.of(0)])],
  ])('it refuses %s', async (_, lie) => {
    expect(await errorCode(() => verify(token, forge(token, { inner: lie })))).toBe('signature-malformed');
  });

  it('it refuses what its key signed without the flags', async () => {
    const plainType = type.includes('ed25519') ? 'ssh-ed25519' : 'ecdsa-sha2-nistp256';
    const renamed = Buffer.from(latin1(inner.subarray(0, -5)).replace(type, plainType), 'latin1');
    renamed.writeUInt32BE(plainType.length);
    expect(await errorCode(() => verify(token, forge(token, { inner: renamed })))).toBe('signature-malformed');
  });

  it('it refuses the same key that was made for another application', async () => {
    const moved = latin1(token.publicKey.blob).replace(/ssh:$/u, 'ssl:');
    expect(await errorCode(() => verify(token, forge(token, { key: Buffer.from(moved, 'latin1') })))).toBe(
      'signer-unknown',
    );
  });

  it('it refuses what a token signed for another application', async () => {
    const other = { ...softwareKey(type, 'https://example.com'), publicKey: token.publicKey };
    expect(await errorCode(() => verify(token, forge(other)))).toBe('signature-wrong');
  });
});

describe('when a browser made the signature', () => {
  it('it refuses it: what was signed is a web page’s data', async () => {
    const token = softwareKey('sk-ecdsa-sha2-nistp256@openssh.com');
    const { inner } = partsOf(token);
    const type = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
    const webauthn = Buffer.from(latin1(inner).replace(token.type, type), 'latin1');
    webauthn.writeUInt32BE(type.length);
    expect(await errorCode(() => verify(token, forge(token, { inner: webauthn })))).toBe('signature-malformed');
  });
});
