import { createHash, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { armour } from './armour.ts';
import { errorCode } from './error-code.fixture.ts';
import { blobOf, forge, NAMESPACE, partsOf, TEXT } from './forge.fixture.ts';
import { rawSignature, softwareKey } from './software-key.fixture.ts';
import { signedBytes } from './sshsig.ts';
import { verifySignature } from './verify-signature.ts';
import { wireString } from './wire.ts';

const alice = softwareKey();
const curve = softwareKey('ecdsa-sha2-nistp256');
const rsa = softwareKey('ssh-rsa');
const signers = [alice, curve, rsa].map(({ publicKey }) => ({
  principal: 'alice@example.com',
  namespaces: [NAMESPACE],
  key: publicKey,
}));

function codeOf(signature: string): Promise<string> {
  return errorCode(() => verifySignature({ text: TEXT, signature, namespace: NAMESPACE, signers, at: new Date(0) }));
}

const good = forge(alice);
const lines = good.split('\n');

describe('when the armour is not the one that ssh-keygen writes', () => {
  it.each([
    ['nothing', ''],
    ['no end', lines.slice(0, -2).join('\n')],
    ['no beginning', lines.slice(1).join('\n')],
    ['no new line at its end', good.slice(0, -1)],
    ['a new line more', `${good}\n`],
    ['junk before it', `junk\n${good}`],
    ['junk after it', `${good}junk\n`],
    ['a second signature after it', good + forge(curve)],
    ['a second signature before it', forge(curve) + good],
    ['the line ends of Windows', good.replaceAll('\n', '\r\n')],
    ['an empty line', good.replace('\n', '\n\n')],
    ['a space at the end of a line', good.replace('\n', ' \n')],
    ['one long line', `${lines[0]}\n${lines.slice(1, -2).join('')}\n${lines.at(-2)}\n`],
    ['lines of 76 characters', rewrapped(76)],
    ['lines of 64 characters', rewrapped(64)],
    ['another character in its base64', good.replace(lines[2] as string, `${lines[2]?.slice(0, -1)}*`)],
    ['base64 of URLs', forgeUntil(/[+/]/u).replaceAll('+', '-').replaceAll('/', '_')],
    ['bits left over in its last character', leftOverBits()],
    ['no padding', good.replace('=', '')],
    ['another title', good.replaceAll('SSH SIGNATURE', 'SSH2 SIGNATURE')],
    ['far too many bytes', forge(alice, { namespace: 'x'.repeat(20_000) })],
  ])('it refuses %s', async (_, signature) => {
    expect(signature).not.toBe(good);
    expect(await codeOf(signature)).toBe('signature-malformed');
  });

  it('it refuses it cut at any length', async () => {
    for (let length = 0; length < good.length; length++) {
      expect(await codeOf(good.slice(0, length))).toBe('signature-malformed');
    }
  });

  function rewrapped(width: number): string {
    const body = lines.slice(1, -2).join('');
    return [lines[0], ...(body.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []), lines.at(-2), ''].join('\n');
  }

  function forgeUntil(pattern: RegExp): string {
    for (;;) {
      const body = forge(alice);
      if (pattern.test(body.split('\n').slice(1, -2).join(''))) return body;
    }
  }

  /** A signature by ed25519 ends with one `=`, and so two bits of the character before it say nothing. */
  function leftOverBits(): string {
    return good.replace(
      /([A-Za-z0-9+/])=\n/u,
      (_, last: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}=\n`,
    );
  }
});

describe('when a part of the signature is not what it should be', () => {
  it.each([
    ['another magic', { magic: 'SSHSIX' }],
    ['version 0', { version: 0 }],
    ['version 2', { version: 2 }],
    ['no namespace', { namespace: '' }],
    ['something in the reserved field', { reserved: 'x' }],
    ['something after it', { after: '\0' }],
    ['no key', { key: Buffer.alloc(0) }],
    ['a cut key', { key: alice.publicKey.blob.subarray(0, -1) }],
    ['a key with something after it', { key: Buffer.concat([alice.publicKey.blob, Buffer.of(0)]) }],
    ['a signature of no bytes', { inner: Buffer.alloc(0) }],
  ])('it refuses %s', async (_, lie) => {
    expect(await codeOf(forge(alice, lie))).toBe('signature-malformed');
  });

  it.each(['', 'sha1', 'md5', 'sha384', 'SHA512', 'sha512\0', 'toString'])('it refuses the hash %j', async (hash) => {
    expect(await codeOf(forge(alice, { hash }))).toBe('unsupported-algorithm');
  });

  it('it refuses the one good hash in the place of the other', async () => {
    expect(await codeOf(forge(alice, { hash: 'sha256' }))).toBe('signature-wrong');
  });

  it('it refuses it cut at any byte', async () => {
    const blob = blobOf(partsOf(alice));
    for (let length = 0; length < blob.length; length++) {
      expect(await codeOf(armour(blob.subarray(0, length)))).toBe('signature-malformed');
    }
  });
});

describe('when the key made something else than its type makes', () => {
  const message = signedBytes(TEXT, { namespace: NAMESPACE, hash: 'sha512' });
  const ed25519 = rawSignature('ssh-ed25519', alice.privateKey, message);
  const made = (type: string, raw: Uint8Array, after = ''): { inner: Buffer } => ({
    inner: Buffer.concat([wireString(type), wireString(raw), Buffer.from(after, 'latin1')]),
  });

  it.each([
    ['another type', made('ecdsa-sha2-nistp256', ed25519)],
    ['the type of a token', made('sk-ssh-ed25519@openssh.com', ed25519, '\x01\0\0\0\0')],
    ['no type', made('', ed25519)],
    ['63 bytes', made('ssh-ed25519', ed25519.subarray(1))],
    ['65 bytes', made('ssh-ed25519', Buffer.concat([ed25519, Buffer.of(0)]))],
    ['a byte too many after it', made('ssh-ed25519', ed25519, '\0')],
    ['the flags of a token', made('ssh-ed25519', ed25519, '\x01\0\0\0\0')],
  ])('it refuses an ed25519 signature with %s', async (_, lie) => {
    expect(await codeOf(forge(alice, lie))).toBe('signature-malformed');
  });

  it('it refuses the second spelling that an ed25519 signature would have', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const half = BigInt(`0x${Buffer.from(ed25519.subarray(32)).reverse().toString('hex')}`) + order;
    const other = Buffer.from(half.toString(16).padStart(64, '0'), 'hex').reverse();
    expect(await codeOf(forge(alice, made('ssh-ed25519', ed25519)))).toBe('accepted');
    expect(await codeOf(forge(alice, made('ssh-ed25519', Buffer.concat([ed25519.subarray(0, 32), other]))))).toBe(
      'signature-wrong',
    );
  });

  const halves = sign('sha256', message, { key: curve.privateKey, dsaEncoding: 'ieee-p1363' });
  const [r, s] = [halves.subarray(0, 32), halves.subarray(32)];
  const signed = (half: Buffer): Buffer => wireString(Buffer.concat([Buffer.of(0), half]));
  const number = (half: Buffer): Buffer => ((half[0] as number) >= 0x80 ? signed(half) : wireString(half));

  it.each([
    ['the halves side by side', halves],
    ['DER', sign('sha256', message, curve.privateKey)],
    ['one half', number(r)],
    ['three halves', Buffer.concat([number(r), number(s), number(s)])],
    ['a zero', Buffer.concat([wireString(''), number(s)])],
    ['a zero byte for a zero', Buffer.concat([wireString(Buffer.of(0)), number(s)])],
    ['a negative number', Buffer.concat([wireString(Buffer.from(r).fill(0x80, 0, 1)), number(s)])],
    ['a number in a longer form', Buffer.concat([wireString(Buffer.concat([Buffer.of(0, 0), r])), number(s)])],
    ['a number too large for the curve', Buffer.concat([wireString(Buffer.alloc(33, 1)), number(s)])],
  ])('it refuses an ECDSA signature with %s', async (_, raw) => {
    expect(await codeOf(forge(curve, made('ecdsa-sha2-nistp256', raw)))).toBe('signature-malformed');
  });

  it('it refuses ECDSA numbers at and above the order of the curve', async () => {
    const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
    for (const raw of [
      Buffer.concat([signed(order), number(s)]),
      Buffer.concat([number(r), signed(Buffer.alloc(32, 255))]),
    ]) {
      expect(await codeOf(forge(curve, made('ecdsa-sha2-nistp256', raw)))).toBe('signature-wrong');
    }
  });

  it.each(['rsa-sha2-256', 'rsa-sha2-512'] as const)('it takes an RSA signature of the type %s', async (type) => {
    const raw = sign(type === 'rsa-sha2-256' ? 'sha256' : 'sha512', message, rsa.privateKey);
    expect(await codeOf(forge(rsa, made(type, raw)))).toBe('accepted');
  });

  it.each(['ssh-rsa', 'ssh-rsa-sha256@ssh.com', 'rsa-sha2-512-cert-v01@openssh.com', ''])(
    'it refuses an RSA signature of the type %j',
    async (type) => {
      expect(await codeOf(forge(rsa, made(type, sign('sha1', message, rsa.privateKey))))).toBe('unsupported-algorithm');
    },
  );

  it('it refuses SHA-1 under the name of SHA-2, and one SHA-2 under the name of the other', async () => {
    expect(await codeOf(forge(rsa, made('rsa-sha2-256', sign('sha1', message, rsa.privateKey))))).toBe(
      'signature-wrong',
    );
    expect(await codeOf(forge(rsa, made('rsa-sha2-256', sign('sha512', message, rsa.privateKey))))).toBe(
      'signature-wrong',
    );
  });

  it('it refuses an RSA signature with another padding', async () => {
    const raw = sign('sha512', message, { key: rsa.privateKey, padding: 6 });
    expect(await codeOf(forge(rsa, made('rsa-sha2-512', raw)))).toBe('signature-wrong');
  });

  it.each([
    ['shorter', (raw: Buffer) => raw.subarray(1)],
    ['longer', (raw: Buffer) => Buffer.concat([Buffer.of(0), raw])],
  ])('it refuses an RSA signature that is %s than its key', async (_, change) => {
    const raw = change(sign('sha512', message, rsa.privateKey));
    expect(await codeOf(forge(rsa, made('rsa-sha2-512', raw)))).toBe('signature-malformed');
  });
});

describe('signedBytes', () => {
  it('lays out what is signed as PROTOCOL.sshsig says', () => {
    const digest = createHash('sha256').update('abc').digest().toString('latin1');
    expect(signedBytes('abc', { namespace: 'file', hash: 'sha256' }).toString('latin1')).toBe(
      `SSHSIG\0\0\0\x04file\0\0\0\0\0\0\0\x06sha256\0\0\0\x20${digest}`,
    );
  });
});
