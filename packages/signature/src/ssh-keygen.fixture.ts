import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, onTestFinished } from 'vitest';
import { NAMESPACE } from './forge.fixture.ts';

const IS_MISSING = spawnSync('ssh-keygen', ['-?']).error !== undefined;

/** For specs that ask OpenSSH: where it is not installed they are skipped and say why; in CI they have to run. */
export function needsOpenssh(): void {
  beforeEach(({ skip }) => skip(IS_MISSING && !process.env['CI'], 'OpenSSH is not installed'));
}

/** A fresh home, with a folder for keys, removed after the test. */
export function temporaryHome(): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-ssh-')));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  execFileSync('mkdir', ['-m', '700', join(home, '.ssh')]);
  return home;
}

/** What a program of OpenSSH sees: no agent, no terminal and no settings of whoever runs the tests. */
export function environmentOf(home: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: home };
}

/** Makes a key pair, without a passphrase if none is given. Gives the path of the private key. */
export function makeKey(home: string, name: string, ...args: readonly string[]): string {
  const path = join(home, '.ssh', name);
  const passphrase = args.includes('-N') ? [] : ['-N', ''];
  execFileSync('ssh-keygen', ['-q', ...args, ...passphrase, '-C', 'a comment', '-f', path], {
    env: environmentOf(home),
  });
  return path;
}

export function signWithKeygen(keyFile: string, text: string, ...args: readonly string[]): string {
  const all = ['-q', '-Y', 'sign', '-n', NAMESPACE, '-f', keyFile, ...args];
  return execFileSync('ssh-keygen', all, { input: text, encoding: 'utf8', stdio: 'pipe' });
}

/** Whether ssh-keygen accepts it, by its exit status: it has no other answer. */
export function keygenAccepts(
  home: string,
  signers: string,
  signature: string,
  text: string,
  principal = 'alice',
): boolean {
  const [signersFile, signatureFile] = [join(home, 'signers'), join(home, 'signature')];
  writeFileSync(signersFile, `${signers}\n`);
  writeFileSync(signatureFile, signature);
  const args = ['-Y', 'verify', '-n', NAMESPACE, '-f', signersFile, '-I', principal, '-s', signatureFile];
  return spawnSync('ssh-keygen', args, { input: text, env: environmentOf(home) }).status === 0;
}
