import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EDITED_JS, EVAL_JS } from './support/sources.ts';
import { NO_LOCK_YET, onlyCase, stopped } from './support/stopped.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

/** The hook answers on the one output; what git adds to it is git's own. */
async function expectRefused({ status, stdout, stderr }: Ran): Promise<void> {
  const git = /^error: failed to push some refs to '.*'\n$/mu;
  expect({ status, said: stdout + stderr.replace(git, '') }).toEqual({
    status: 1,
    said: stopped(await onlyCase(shared())),
  });
}

async function emptyRemote(repository: TestRepository): Promise<string> {
  const remote = await mkdtemp(join(repository.root, 'remote-'));
  await repository.git('init', '--quiet', '--bare', remote);
  return remote;
}

const push = (remote: string, ...args: readonly string[]) => shared().tryGit(['push', '--quiet', remote, ...args]);
const arrived = (remote: string) => shared().git('ls-remote', remote);

describe('when what is pushed is worse than the lock', () => {
  it('stops what was committed with --no-verify (H01)', async () => {
    const remote = await emptyRemote(shared());
    await shared().commit('slipped by', { 'calculate.js': EVAL_JS });
    await expectRefused(await push(remote, 'main'));
    expect(await arrived(remote)).toBe('');
  });

  it('finds by a scanner what the fast tier does not look for', async () => {
    const remote = await emptyRemote(shared());
    await shared().stage({
      'token.js':
        "import { createHash } from 'node:crypto';\nexport const digest = (x) => createHash('md5').update(x).digest('hex');\n",
    });
    mustSucceed(await shared().tryGit(['commit', '--quiet', '-m', 'passes']));
    await expectRefused(await push(remote, 'main'));
    expect(await arrived(remote)).toBe('');
  });

  it('judges every ref of one push, and lets none through (R07)', async () => {
    const remote = await emptyRemote(shared());
    await shared().git('branch', '--force', 'good');
    await shared().commit('slipped by', { 'calculate.js': EVAL_JS });
    await shared().git('branch', '--force', 'worse');
    await expectRefused(await push(remote, 'good', 'worse'));
    expect(await arrived(remote)).toBe('');
  });

  it('stops a tag like a branch (R01)', async () => {
    const remote = await emptyRemote(shared());
    await shared().commit('slipped by', { 'calculate.js': EVAL_JS });
    await shared().git('tag', '--force', '--annotate', '-m', 'x', 'v1');
    await expectRefused(await push(remote, 'v1'));
    expect(await arrived(remote)).toBe('');
  });

  it('stops commits that are on the remote already, as a tag (R01)', async () => {
    const remote = await emptyRemote(shared());
    await shared().commit('slipped by', { 'calculate.js': EVAL_JS });
    await shared().git('push', '--quiet', '--no-verify', remote, 'HEAD:refs/tags/laundered');
    await expectRefused(await push(remote, 'main'));
    expect(await arrived(remote)).not.toContain('refs/heads/');
  });

  it('stops it beside a deletion', async () => {
    const remote = await emptyRemote(shared());
    await shared().git('push', '--quiet', '--no-verify', remote, 'HEAD:refs/heads/old');
    await shared().commit('slipped by', { 'calculate.js': EVAL_JS });
    await expectRefused(await push(remote, ':old', 'main'));
    expect(await arrived(remote)).toContain('refs/heads/old');
  });

  it('stops it when something else is checked out', async () => {
    const remote = await emptyRemote(shared());
    await shared().commit('slipped by', { 'calculate.js': EVAL_JS });
    await shared().git('branch', '--force', 'worse');
    await shared().git('checkout', '--quiet', '-B', 'main', 'HEAD~1');
    await expectRefused(await push(remote, 'worse'));
  });
});

describe('when nothing that is pushed is worse', () => {
  const passed = { status: 0, stdout: '', stderr: '' };

  it('passes a new branch and a commit on it without a word', async () => {
    const remote = await emptyRemote(shared());
    await shared().commit('an ordinary edit', { 'app.js': EDITED_JS });
    expect(await push(remote, 'HEAD:refs/heads/feature')).toEqual(passed);
    expect(await arrived(remote)).toContain('refs/heads/feature');
  });

  it('passes the deletion of a remote branch', async () => {
    const remote = await emptyRemote(shared());
    await shared().git('push', '--quiet', '--no-verify', remote, 'HEAD:refs/heads/old');
    expect(await push(remote, '--delete', 'old')).toEqual(passed);
    expect(await arrived(remote)).toBe('');
  });

  it('passes a push of nothing', async () => {
    const remote = await emptyRemote(shared());
    await shared().git('push', '--quiet', '--no-verify', remote, 'main');
    expect(await push(remote, 'main')).toEqual(passed);
  });

  it('passes the lock itself', async () => {
    const remote = await emptyRemote(shared());
    expect(await push(remote, 'refs/pawl/lock/*:refs/pawl/lock/*')).toEqual(passed);
    expect(await arrived(remote)).toContain('refs/pawl/lock/main');
  });

  it('passes everything before the first lock, with a hint', async () => {
    const repository = await temporaryRepository({ 'calculate.js': EVAL_JS });
    mustSucceed(await repository.pawl(['init']));
    const remote = await emptyRemote(repository);
    expect(await repository.tryGit(['push', '--quiet', remote, 'main'])).toEqual({ ...passed, stderr: NO_LOCK_YET });
  });
});
