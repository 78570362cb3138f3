import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCode } from './error-code.fixture.ts';
import { forge, NAMESPACE, partsOf, TEXT } from './forge.fixture.ts';
import { formatSigner } from './format-signer.ts';
import { parseSigners } from './parse-signers.ts';
import { fingerprintOf } from './public-key.ts';
import { publicKeyOfFile } from './public-key-of-file.ts';
import { KEY_TYPES, softwareKey } from './software-key.fixture.ts';
import { keygenAccepts, makeKey, needsOpenssh, signWithKeygen, temporaryHome } from './ssh-keygen.fixture.ts';
import { verifySignature } from './verify-signature.ts';

const NOW = new Date();
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['Ed25519', ['ed25519']],
  ['P-256', ['ecdsa', '-b', '256']],
  ['P-384', ['ecdsa', '-b', '384']],
  ['P-521', ['ecdsa', '-b', '521']],
  ['RSA of 2048 bits', ['rsa', '-b', '2048']],
  ['RSA of 3072 bits', ['rsa', '-b', '3072']],
];

function weAccept(signers: string, signature: string, text: string = TEXT): Promise<string> {
  return errorCode(() =>
    verifySignature({ text, signature, namespace: NAMESPACE, signers: parseSigners(signers), at: NOW }),
  );
}

describe('when ssh-keygen signs', () => {
  needsOpenssh();

  it.each(KINDS)('it verifies, with %s', async (_, kind) => {
    const key = makeKey(temporaryHome(), 'key', '-t', ...kind);
    const line = formatSigner({ principal: 'alice', namespaces: [NAMESPACE], key: await publicKeyOfFile(key) });
    for (const text of ['', TEXT, 'ü\n'.repeat(87_000)]) {
      expect(await weAccept(line, signWithKeygen(key, text), text)).toBe('accepted');
      expect(await weAccept(line, signWithKeygen(key, text, '-Ohashalg=sha256'), text)).toBe('accepted');
      expect(await weAccept(line, signWithKeygen(key, text), `${text} `)).toBe('signature-wrong');
    }
  });

  it('it verifies a hundred times, whatever numbers the curve gives', async () => {
    const key = makeKey(temporaryHome(), 'key', '-t', 'ecdsa', '-b', '521');
    const line = formatSigner({ principal: 'alice', namespaces: [NAMESPACE], key: await publicKeyOfFile(key) });
    const texts = Array.from({ length: 100 }, (_, index) => `text ${index}`);
    const codes = await Promise.all(texts.map((text) => weAccept(line, signWithKeygen(key, text), text)));
    expect(new Set(codes)).toEqual(new Set(['accepted']));
  });

  it('the key has the fingerprint that ssh-keygen prints', async () => {
    const key = makeKey(temporaryHome(), 'key', '-t', 'ed25519');
    const printed = execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], { encoding: 'utf8' });
    expect(printed.split(' ')[1]).toBe(fingerprintOf(await publicKeyOfFile(key)));
  });
});

describe('when a key is made by these specs, with a token’s flags or without', () => {
  needsOpenssh();

  it.each(KEY_TYPES)('ssh-keygen verifies what it signs: %s', (type) => {
    const key = softwareKey(type);
    const line = formatSigner({ principal: 'alice', namespaces: [NAMESPACE], key: key.publicKey });
    expect(keygenAccepts(temporaryHome(), line, forge(key), TEXT)).toBe(true);
    expect(keygenAccepts(temporaryHome(), line, forge(key), `${TEXT} `)).toBe(false);
  });
});

describe('when ssh-keygen is lax', () => {
  needsOpenssh();
  const alice = softwareKey();
  const token = softwareKey('sk-ssh-ed25519@openssh.com');
  const key = formatSigner({ principal: 'alice', namespaces: [NAMESPACE], key: alice.publicKey })
    .split(' ')
    .slice(2)
    .join(' ');
  const lock = `namespaces="${NAMESPACE}"`;
  const good = `alice ${lock} ${key}`;
  const signature = forge(alice);
  const tokenLine = formatSigner({ principal: 'alice', namespaces: [NAMESPACE], key: token.publicKey });

  it.each([
    ['the principal *', `* ${lock} ${key}`, signature, 'signer-wildcard'],
    ['the principal *@host', `al* ${lock} ${key}`, signature, 'signer-wildcard'],
    ['no namespaces', `alice ${key}`, signature, 'signers-malformed'],
    ['the namespaces *', `alice namespaces="*" ${key}`, signature, 'signer-wildcard'],
    ['the namespaces pawl-*', `alice namespaces="pawl-*" ${key}`, signature, 'signer-wildcard'],
    ['a line of junk before the good one', `junk\n${good}`, signature, 'signers-malformed'],
    ['a line of junk after it', `${good}\njunk`, signature, 'signers-malformed'],
    ['an instant in local time', `alice ${lock},valid-before="29990101" ${key}`, signature, 'signers-malformed'],
    ['two people of one key', `bob ${lock} ${key}\n${good}`, signature, 'signers-malformed'],
    ['junk after the signature', good, `${signature}junk`, 'signature-malformed'],
    ['a second signature', good, signature + forge(token), 'signature-malformed'],
    ['a signature on one line', good, signature.replace(/([^-])\n([^-])/gu, '$1$2'), 'signature-malformed'],
    ['a token that nobody touched', tokenLine, forge(token, partsOf(token, { flags: 0 })), 'presence-missing'],
  ])('it accepts %s, and we refuse it', async (_, signers, lax, code) => {
    expect(keygenAccepts(temporaryHome(), signers, lax, TEXT)).toBe(true);
    expect(await weAccept(signers, lax)).toBe(code);
  });

  it('both refuse the certificate of a key that may sign', async () => {
    const home = temporaryHome();
    const [authority, person] = [makeKey(home, 'ca', '-t', 'ed25519'), makeKey(home, 'person', '-t', 'ed25519')];
    execFileSync('ssh-keygen', ['-q', '-s', authority, '-I', 'id', '-n', 'alice', `${person}.pub`], { stdio: 'pipe' });
    const certified = signWithKeygen(`${person}-cert.pub`, TEXT);
    const line = `alice ${lock} ${readFileSync(`${person}.pub`, 'utf8').trim()}`;
    expect(keygenAccepts(home, line, certified, TEXT)).toBe(false);
    expect(await weAccept(line, certified)).toBe('unsupported-key');
  });
});
