import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkKeys } from './check-keys.ts';
import type { AllKeyFacts, AnchorFacts, KeyFacts, KeyProtection } from './key-facts.ts';
import { keyProtection } from './key-protection.ts';

const KEY: KeyFacts = { principal: 'ann', fingerprint: 'SHA256:x', isHardware: false, inAgent: 'no', inFile: 'no' };

function anchored(over: Partial<AnchorFacts> = {}): AllKeyFacts {
  const anchor = { from: '/home/ann/anchor.json', mode: { is: 0o100600 }, signers: [KEY], verifiers: [KEY], ...over };
  return { anchor: { is: anchor }, firstSeen: [], keyFiles: [] };
}

const signer = (over: Partial<KeyFacts>): AllKeyFacts => anchored({ signers: [{ ...KEY, ...over }] });

describe('when the root of trust is looked at', () => {
  it('all is well with keys that are elsewhere', () => {
    expect(told(checkKeys(anchored()))).toEqual(['anchor ok', 'signer-keys ok', 'verifier-keys ok']);
  });

  it('none is worth knowing', () => {
    const found = checkKeys({ anchor: { is: undefined }, firstSeen: [], keyFiles: [] });
    expect(told(found)).toEqual(['anchor note']);
  });

  it('the key of the first lock is looked at where there is no anchor', () => {
    const found = checkKeys({ anchor: { is: undefined }, firstSeen: [{ ...KEY, inAgent: 'yes' }], keyFiles: [] });
    expect(told(found)).toEqual(['anchor note', 'signer-keys weak']);
  });

  it('one that cannot be used is broken', () => {
    const found = checkKeys({ anchor: { unread: 'it has a wildcard', next: 'mend it' }, firstSeen: [], keyFiles: [] });
    expect(only(found, 'anchor')).toMatchObject({ level: 'broken', next: 'mend it' });
  });

  it.each([
    [0o100600, 'ok'],
    [0o100644, 'ok'],
    [0o100664, 'broken'],
    [0o100606, 'broken'],
  ])('with the mode %o it is %s', (mode, level) => {
    expect(only(checkKeys(anchored({ mode: { is: mode } })), 'anchor').level).toBe(level);
  });

  it('one from a variable has no mode, and one whose mode cannot be read is not called safe', () => {
    expect(only(checkKeys(anchored({ mode: { is: undefined } })), 'anchor').level).toBe('ok');
    expect(only(checkKeys(anchored({ mode: { unread: 'no', next: undefined } })), 'anchor').level).toBe('unknown');
  });
});

describe('when the agent could sign as the person (L06)', () => {
  it.each([
    [{ inAgent: 'yes' }, 'weak'],
    [{ inFile: 'yes' }, 'weak'],
    [{ inAgent: 'unknown' }, 'unknown'],
    [{ inFile: 'unknown' }, 'unknown'],
    [{ inAgent: 'yes', isHardware: true }, 'ok'],
    [{}, 'ok'],
  ] as const)('a key with %j is %s', (over, level) => {
    expect(only(checkKeys(signer(over)), 'signer-keys').level).toBe(level);
  });

  it('a verifier whose key is here is weak, and none is worth knowing', () => {
    expect(only(checkKeys(anchored({ verifiers: [{ ...KEY, inFile: 'yes' }] })), 'verifier-keys').level).toBe('weak');
    expect(only(checkKeys(anchored({ verifiers: [] })), 'verifier-keys').level).toBe('note');
  });
});

describe('when a file was signed with', () => {
  const file = (mode: number, protection: KeyProtection): AllKeyFacts => ({
    ...anchored(),
    keyFiles: [{ path: '/k', file: { is: { mode, protection } } }],
  });

  it.each([
    [0o100600, 'plain', 'weak'],
    [0o100600, 'encrypted', 'ok'],
    [0o100600, 'handle', 'ok'],
    [0o100640, 'encrypted', 'broken'],
    [0o100644, 'none', 'ok'],
  ] as const)('with the mode %o and protection %s it is %s', (mode, protection, level) => {
    expect(only(checkKeys(file(mode, protection)), 'key-files').level).toBe(level);
  });

  it('one that is gone is well, and one that cannot be read is not', () => {
    const gone = { ...anchored(), keyFiles: [{ path: '/k', file: { is: undefined } }] };
    expect(only(checkKeys(gone), 'key-files').level).toBe('ok');
    const closed = { ...anchored(), keyFiles: [{ path: '/k', file: { unread: 'no', next: undefined } }] };
    expect(only(checkKeys(closed), 'key-files').level).toBe('unknown');
  });
});

describe('when it is told what protects a private key', () => {
  function made(...args: readonly string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'pawl-key-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    execFileSync('ssh-keygen', ['-q', '-f', join(folder, 'k'), ...args]);
    return readFileSync(join(folder, 'k'), 'latin1');
  }

  it('a key of OpenSSH is plain or encrypted', () => {
    expect(keyProtection(made('-t', 'ed25519', '-N', ''))).toBe('plain');
    expect(keyProtection(made('-t', 'ed25519', '-N', 'a passphrase', '-a', '1'))).toBe('encrypted');
  });

  it('so is one in PEM', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(keyProtection(String(privateKey.export({ type: 'pkcs8', format: 'pem' })))).toBe('plain');
    const sealed = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
    expect(keyProtection(String(sealed))).toBe('encrypted');
    const old = '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n';
    expect(keyProtection(old)).toBe('encrypted');
  });

  it('the handle of a hardware key is of no use without it', () => {
    const part = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(0, 0, 0, bytes.length), bytes]);
    const key = part(part(Buffer.from('sk-ssh-ed25519@openssh.com')));
    const none = part(Buffer.from('none'));
    const bytes = Buffer.concat([
      Buffer.from('openssh-key-v1\0'),
      none,
      none,
      part(Buffer.of()),
      Buffer.of(0, 0, 0, 1),
      key,
    ]);
    const text = `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
    expect(keyProtection(text)).toBe('handle');
  });

  it('what is no private key is none, and one that is cut or made up counts as plain', () => {
    expect(keyProtection('ssh-ed25519 AAAA ann')).toBe('none');
    expect(keyProtection('')).toBe('none');
    const lying = (text: string): string =>
      `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from(text, 'latin1').toString('base64')}\n-----END OPENSSH PRIVATE KEY-----`;
    expect(keyProtection(lying('openssh-key-v1\0\xff\xff\xff\xff'))).toBe('plain');
    expect(keyProtection(lying('openssh-key-v2\0'))).toBe('plain');
  });
});
