import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran, run } from './support/run.ts';
import { lockFile, newKey, replaceLock, type SignedLock, signedLock } from './support/signed-lock.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

/** Could not tell: nothing was judged, and no answer of a verdict was given. */
function refused({ status, stdout, stderr }: Ran, why: string): void {
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(why) });
  expect(stderr).toContain('\n  next: ');
}

async function signed(): Promise<{ readonly repository: TestRepository; readonly by: SignedLock }> {
  const repository = shared();
  return { repository, by: await signedLock(repository) };
}

describe('when a lock is signed by who may', () => {
  it('judges, here and where only the anchor is trusted', async () => {
    const { repository, by } = await signed();
    expect(await repository.pawl(['check'])).toMatchObject({ status: 0 });
    expect(await by.elsewhere(['check'])).toMatchObject({ status: 0 });
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect(await by.elsewhere(['check'])).toMatchObject({ status: 1 });
  });

  it('says of the key on this machine that an agent could use it, and of one that is not that it could not', async () => {
    const { repository, by } = await signed();
    const env = { PAWL_ANCHOR: by.anchor };
    expect((await repository.pawl(['trust'], { env })).stdout).toContain('main, sequence 2, advisory');
    expect((await by.elsewhere(['trust'])).stdout).toContain('main, sequence 2, locked');
  });
});

describe('when somebody tampers with the lock', () => {
  it('L01 the lock is read from nowhere but its ref', async () => {
    const { repository, by } = await signed();
    const lock = (await lockFile(repository, 'lock.json')).replace('"sequence":2', '"sequence":3');
    await repository.stage({ 'app.js': UNGUARDED_JS, 'lock.json': lock, '.pawl/lock.json': lock });
    expect(await by.elsewhere(['check'])).toMatchObject({ status: 1 });
  });

  it('L01 an edited lock is refused', async () => {
    const { repository, by } = await signed();
    const text = await lockFile(repository, 'lock.json');
    const edited = text.replace('"sensitivity":"default"', '"sensitivity":"strict"');
    expect(edited).not.toBe(text);
    await replaceLock(repository, { 'lock.json': edited });
    refused(await by.elsewhere(['check']), 'does not belong to this text');
    refused(await repository.pawl(['check']), 'is not the newest one seen here');
  });

  it('L02 an agent does not lock again, not even without its variable', async () => {
    const { repository } = await signed();
    await repository.commit('slips', { 'app.js': UNGUARDED_JS });
    const lock = await repository.git('rev-parse', LOCK);
    refused(await repository.pawl(['lock'], { env: { CLAUDECODE: '1' } }), 'only a person may lock again');
    refused(await repository.pawl(['lock']), 'there is no key to sign with');
    expect(await repository.git('rev-parse', LOCK)).toBe(lock);
  });

  it('L03 an older lock, validly signed, is refused', async () => {
    const { repository, by } = await signed();
    const older = await repository.git('rev-parse', LOCK);
    mustSucceed(await repository.pawl(['lock', '--sign-with', by.keyFile]));
    const anchor = mustSucceed(await repository.pawl(['trust', '--print-anchor']));
    await repository.git('update-ref', LOCK, older);
    refused(await repository.pawl(['check']), 'is not the newest one seen here');
    refused(await by.elsewhere(['check'], { env: { PAWL_ANCHOR: anchor } }), 'the anchor wants 3 at least');
  });

  it('L04 the lock of another repository, signed by the same person, is refused', async () => {
    const { repository, by } = await signed();
    const other = await temporaryRepository({ 'app.js': GUARDED_JS });
    mustSucceed(await other.pawl(['lock', '--sign-with', by.keyFile]));
    mustSucceed(await other.pawl(['lock', '--sign-with', by.keyFile]));
    await repository.git('fetch', '--quiet', other.dir, `+${LOCK}:${LOCK}`);
    refused(await by.elsewhere(['check']), 'and not of this one');
    refused(await repository.pawl(['check']), 'and not of this one');
  });

  it('L04 the lock of another branch, signed by the same person, is refused', async () => {
    const { repository, by } = await signed();
    await repository.git('update-ref', 'refs/pawl/lock/next', LOCK);
    onTestFinished(() => repository.git('update-ref', '-d', 'refs/pawl/lock/next').then(() => undefined));
    refused(await by.elsewhere(['check', '--target', 'next']), 'was made for "main"');
  });

  it('L08 a signature that the same person made for another purpose is refused', async () => {
    const { repository, by } = await signed();
    const signature = await by.sign(await lockFile(repository, 'lock.json'), 'git');
    await replaceLock(repository, { 'lock.json.sig': signature });
    refused(await by.elsewhere(['check']), 'for something else than pawl-lock@v1');
  });

  it('L11 a lock that is too old judges nothing, however well it is signed', async () => {
    const { repository, by } = await signed();
    const lock = (await lockFile(repository, 'lock.json')).replace(
      '"expires":null',
      '"expires":"2026-01-01T00:00:00Z"',
    );
    await replaceLock(repository, { 'lock.json': lock, 'lock.json.sig': await by.sign(lock) });
    refused(await by.elsewhere(['check']), 'judges nothing since 2026-01-01T00:00:00Z');
  });

  it('L14 a lock that is gone is missed, where nothing was seen too', async () => {
    const { repository, by } = await signed();
    await repository.git('update-ref', '-d', LOCK);
    refused(await by.elsewhere(['check']), 'is not here');
    refused(await repository.pawl(['check']), 'was here and is gone');
  });

  it.each([
    ['a word', 'AUTHORIZED_BY=alice@example.com\n'],
    ['nothing', ''],
  ])('L17 %s in the place of a signature is none', async (_, text) => {
    const { repository, by } = await signed();
    await replaceLock(repository, { 'lock.json.sig': text });
    refused(await by.elsewhere(['check']), 'the signature is malformed');
  });

  it('L17 a lock without a signature is refused, and so is one that somebody else signed', async () => {
    const { repository, by } = await signed();
    const mallory = await newKey(repository, 'mallory');
    const signature = await by.sign(await lockFile(repository, 'lock.json'), 'pawl-lock@v1', mallory);
    await replaceLock(repository, { 'lock.json.sig': signature });
    refused(await by.elsewhere(['check']), 'is not among those that may sign');
    await replaceLock(repository, { 'lock.json.sig': undefined });
    refused(await by.elsewhere(['check']), 'wants locks signed');
  });

  it('L18 whom results are sealed to cannot be swapped', async () => {
    const { repository, by } = await signed();
    const text = await lockFile(repository, 'lock.json');
    const swapped = text.replace('"reviewers":[]', `"reviewers":["age1${'q'.repeat(58)}"]`);
    expect(swapped).not.toBe(text);
    await replaceLock(repository, { 'lock.json': swapped });
    refused(await by.elsewhere(['check']), 'does not belong to this text');
  });

  it('an entry of the chain that was dropped is missed', async () => {
    const { repository, by } = await signed();
    const first = await repository.git('rev-parse', `${LOCK}^`);
    mustSucceed(await repository.pawl(['lock', '--sign-with', by.keyFile]));
    await replaceLock(repository, {}, first);
    refused(await by.elsewhere(['check']), 'does not follow');
  });
});

describe('when somebody plays the person', () => {
  it('L06 a signature through the agent that holds the key is not that of a person', async () => {
    const { repository, by } = await signed();
    const env = { PAWL_ANCHOR: by.anchor.replace('"advisory"', '"locked"') };
    const folder = await mkdtemp(join(repository.root, 'agent-'));
    const socket = join(folder, 'socket');
    await holdKey(repository, by.keyFile, socket);
    const pub = join(folder, 'only the public half.pub');
    await copyFile(`${by.keyFile}.pub`, pub);
    const home = join(folder, 'home');
    const machine = { HOME: home, XDG_STATE_HOME: join(home, 'state'), SSH_AUTH_SOCK: socket };
    refused(
      await repository.pawl(['lock', '--sign-with', pub], { env: { ...machine, ...env } }),
      'the anchor demands locked',
    );
    refused(await repository.pawl(['check'], { env: { ...machine, ...env } }), 'the lock is advisory');
  });

  it('L07 programs that call every signature good are not asked', async () => {
    const { repository, by } = await signed();
    const mallory = await newKey(repository, 'mallory');
    const signature = await by.sign(await lockFile(repository, 'lock.json'), 'pawl-lock@v1', mallory);
    await replaceLock(repository, { 'lock.json.sig': signature });
    const shim = join(programsOf(repository.root), 'ssh-keygen');
    onTestFinished(() => rm(shim));
    await mkdir(programsOf(repository.root), { recursive: true });
    await writeFile(shim, '#!/bin/sh\necho "Good \\"git\\" signature for alice@example.com"\n');
    await chmod(shim, 0o755);
    await repository.git('config', 'gpg.format', 'ssh');
    await repository.git('config', 'gpg.ssh.program', shim);
    refused(await by.elsewhere(['check']), 'is not among those that may sign');
  });

  it('L15 a hole is not slipped into a new lock: what changed is accepted by a person, one by one', async () => {
    const { repository, by } = await signed();
    await repository.commit('slips', { 'app.js': UNGUARDED_JS });
    const lock = await repository.git('rev-parse', LOCK);
    refused(await repository.pawl(['lock', '--sign-with', by.keyFile]), 'a person accepts each at a terminal');
    expect(await repository.git('rev-parse', LOCK)).toBe(lock);
  });

  it('an anchor in the repository is none', async () => {
    const { repository, by } = await signed();
    await repository.write({ 'anchor.json': by.anchor });
    const env = { PAWL_ANCHOR: join(repository.dir, 'anchor.json') };
    refused(await repository.pawl(['check'], { env }), 'it lies in the repository');
    refused(await repository.pawl(['check'], { env: { PAWL_ANCHOR: '' } }), 'the anchor in PAWL_ANCHOR cannot be used');
  });

  it('whom to trust is not said by an agent, nor without a terminal', async () => {
    const { repository, by } = await signed();
    const add = ['trust', 'add-signer', `${by.keyFile}.pub`];
    refused(await repository.pawl(add), 'said at a terminal');
    refused(await repository.pawl(add, { env: { CLAUDECODE: '1' } }), 'only a person says whom to trust');
  });
});

/** An agent for keys that holds this one until the test is over. */
async function holdKey({ root, env }: TestRepository, keyFile: string, socket: string): Promise<void> {
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void agent.kill());
  await new Promise((resolve) => agent.stdout.once('data', resolve));
  mustSucceed(await run('ssh-add', ['-q', keyFile], { cwd: root, env: { ...env, SSH_AUTH_SOCK: socket } }));
}
