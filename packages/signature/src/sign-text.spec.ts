import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCode } from './error-code.fixture.ts';
import { forge, NAMESPACE, TEXT } from './forge.fixture.ts';
import { publicKeyOfFile } from './public-key-of-file.ts';
import { signText, type SignOptions } from './sign-text.ts';
import { softwareKey } from './software-key.fixture.ts';
import { startAgent } from './ssh-agent.fixture.ts';
import { environmentOf, makeKey, needsOpenssh, temporaryHome } from './ssh-keygen.fixture.ts';
import { verifySignature } from './verify-signature.ts';

function options(home: string, keyFile: string, env: Record<string, string> = {}): SignOptions {
  return { keyFile, namespace: NAMESPACE, env: { ...environmentOf(home), ...env }, isInteractive: false };
}

async function signerOf(signature: string, keyFile: string): Promise<string> {
  const signers = [{ principal: 'alice', namespaces: [NAMESPACE], key: await publicKeyOfFile(keyFile) }];
  return verifySignature({ text: TEXT, signature, namespace: NAMESPACE, signers, at: new Date() }).principal;
}

describe('when a text is signed', () => {
  needsOpenssh();

  it.each([['ed25519'], ['ecdsa'], ['rsa', '-b', '2048']])(
    'the signature verifies, with a key of -t %s',
    async (...type) => {
      const home = temporaryHome();
      const key = makeKey(home, 'key', '-t', ...type);
      expect(await signerOf(await signText(TEXT, options(home, key)), key)).toBe('alice');
    },
  );

  it('a key that only the agent can open signs by its public half', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519');
    const agent = await startAgent(home);
    agent.add(key);
    execFileSync('mv', [key, join(home, 'elsewhere')]);
    const signature = await signText(TEXT, options(home, `${key}.pub`, { SSH_AUTH_SOCK: agent.socket }));
    expect(await signerOf(signature, `${key}.pub`)).toBe('alice');
  });

  it('a signature that lies beside neither stops it nor is given back', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519');
    for (const name of ['-', 'stdin', 'key']) writeFileSync(join(home, `${name}.sig`), 'old');
    expect(await signerOf(await signText(TEXT, options(home, key)), key)).toBe('alice');
  });
});

describe('when a text cannot be signed', () => {
  needsOpenssh();

  it('it fails at once with a key that wants a passphrase, where nobody can be asked', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519', '-N', 'secret');
    expect(await errorCode(() => signText(TEXT, options(home, key)))).toBe('signing-failed');
  });

  it('it never takes the passphrase from the text', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519', '-N', 'secret');
    expect(await errorCode(() => signText('secret\nrest', options(home, key)))).toBe('signing-failed');
  });

  it('it opens no window to ask', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519', '-N', 'secret');
    const asks = program(home, 'askpass', 'echo secret');
    const env = { DISPLAY: ':0', SSH_ASKPASS: asks, SSH_ASKPASS_REQUIRE: 'force' };
    expect(await errorCode(() => signText(TEXT, options(home, key, env)))).toBe('signing-failed');
  });

  it('it fails with a key file that others can read', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519');
    chmodSync(key, 0o644);
    expect(await errorCode(() => signText(TEXT, options(home, key)))).toBe('signing-failed');
  });

  it('it fails with a public key that no agent holds', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519');
    execFileSync('rm', [key]);
    expect(await errorCode(() => signText(TEXT, options(home, `${key}.pub`)))).toBe('signing-failed');
  });

  it('it fails where there is no ssh-keygen, or only one in a relative folder of the PATH', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519');
    const folder = join(program(home, 'ssh-keygen', `exec ${real()} "$@"`), '..');
    expect(await errorCode(() => signText(TEXT, options(home, key, { PATH: folder })))).toBe('accepted');
    for (const PATH of ['', relative(process.cwd(), folder), join(home, 'nowhere')]) {
      expect(await errorCode(() => signText(TEXT, options(home, key, { PATH })))).toBe('signing-failed');
    }
  });

  it.each([
    ['that is not there', 'missing'],
    ['that is a folder', '.ssh'],
    ['that holds no key', 'noise'],
    ['whose name no file can have', 'a\0b'],
  ])('it does not try with a key file %s', async (_, name) => {
    const home = temporaryHome();
    writeFileSync(join(home, 'noise'), 'noise\n');
    expect(await errorCode(() => signText(TEXT, options(home, join(home, name))))).toBe('key-unusable');
  });

  it('it does not try with a key that would not be accepted', async () => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'rsa', '-b', '1024');
    expect(await errorCode(() => signText(TEXT, options(home, key)))).toBe('unsupported-key');
  });
});

describe('L07 when another program calls itself ssh-keygen', () => {
  needsOpenssh();

  it.each([
    ['signs with a key of its own', (home: string) => `cat '${written(home, forge(softwareKey()))}'`],
    ['says that all is well and writes nothing', () => 'exit 0'],
    [
      'writes an old signature',
      (home: string) => `printf old | ${real()} -q -Y sign -n ${NAMESPACE} -f '${home}/.ssh/key'`,
    ],
    ['signs for another namespace', (home: string) => `${real()} -q -Y sign -n git -f '${home}/.ssh/key'`],
    ['writes something after the signature', () => `${real()} "$@"; echo junk`],
    ['says that it failed', () => `${real()} "$@"; exit 3`],
    ['ends itself', () => 'kill -9 $$'],
    ['writes without end', () => 'exec yes'],
  ])('what it gives is not given on: it %s', async (_, script) => {
    const home = temporaryHome();
    const key = makeKey(home, 'key', '-t', 'ed25519');
    const shim = program(home, 'ssh-keygen', script(home));
    const PATH = `${join(shim, '..')}:${process.env['PATH'] ?? ''}`;
    expect(await errorCode(() => signText(TEXT, options(home, key, { PATH })))).toBe('signing-failed');
  });
});

function real(): string {
  return spawnSync('sh', ['-c', 'command -v ssh-keygen'], { encoding: 'utf8' }).stdout.trim();
}

function written(home: string, text: string): string {
  const path = join(home, 'text');
  writeFileSync(path, text);
  return path;
}

function program(home: string, name: string, script: string): string {
  mkdirSync(join(home, 'bin'), { recursive: true });
  const path = join(home, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
