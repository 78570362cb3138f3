import { describe, expect, it } from 'vitest';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import { refusedByAnyHook } from './support/refused-by-any-hook.ts';
import { mustSucceed } from './support/run.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';
import { NO_LOCK_YET } from './support/stopped.ts';
import { temporaryRepository } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

describe('when no lock was ever seen', () => {
  it('lets a commit through with one line', async () => {
    const repository = await temporaryRepository({ 'app.js': EDITED_JS });
    mustSucceed(await repository.pawl(['init']));
    await repository.stage({ 'app.js': UNGUARDED_JS });
    const passed = { status: 0, stdout: '', stderr: NO_LOCK_YET };
    expect(await repository.tryGit(['commit', '--quiet', '-m', 'x'])).toEqual(passed);
  });
});

describe('when the lock that was seen is gone (L14)', () => {
  it('refuses commits and pushes, and says how to put it back', async () => {
    const repository = shared();
    const lock = await repository.git('rev-parse', LOCK);
    await repository.git('update-ref', '-d', LOCK);
    await repository.stage({ 'app.js': EDITED_JS });
    await refusedByAnyHook(repository, ['commit', '-m', 'x']);
    const before = await repository.snapshot();

    const commit = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ ...commit, stderr: commit.stderr.split('\n')[0] }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'pawl: the lock of "main" was here and is gone',
    });
    expect(await repository.snapshot()).toEqual(before);

    const remote = `${repository.root}/remote.git`;
    await repository.git('init', '--quiet', '--bare', remote);
    expect((await repository.tryGit(['push', '--quiet', remote, 'main'])).status).toBe(1);
    expect(await repository.git('ls-remote', remote)).toBe('');

    const step = /next: put it back: git (update-ref \S+ [0-9a-f]{40}),/u.exec(commit.stderr)?.[1] ?? '';
    await repository.git(...step.split(' '));
    expect(await repository.git('rev-parse', LOCK)).toBe(lock);
    expect(await repository.tryGit(['commit', '--quiet', '-m', 'x'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('cannot tell in pawl check either, and writes nothing', async () => {
    const repository = shared();
    await repository.git('update-ref', '-d', LOCK);
    const before = [await repository.snapshot(), await repository.state()];
    const { status, stdout, stderr } = await repository.pawl(['check']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('next: put it back');
    expect([await repository.snapshot(), await repository.state()]).toEqual(before);
  });
});

describe('when an older lock is put back (L03)', () => {
  it('refuses a commit that the older lock would pass', async () => {
    const repository = shared();
    const older = await repository.git('rev-parse', LOCK);
    await repository.commit('a person accepts another state', { 'app.js': EDITED_JS });
    mustSucceed(await repository.pawl(['lock']));
    await repository.git('update-ref', LOCK, older);
    await repository.stage({ 'notes.md': '# Notes\n' });
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('is not the newest one seen here');
  });
});

describe('when there is a lock', () => {
  it('compares with the lock and not with the parent, so a slip stays a slip at every later commit (D01)', async () => {
    const repository = shared();
    await repository.commit('slips by', { 'app.js': UNGUARDED_JS });
    await repository.stage({ 'notes.md': 'nothing of interest\n' });
    expect((await repository.tryGit(['commit', '--quiet', '-m', 'harmless'])).status).toBe(1);
  });

  it('lets no agent lock again, and leaves the lock as it is (L02)', async () => {
    const repository = shared();
    await repository.commit('slipped by', { 'app.js': UNGUARDED_JS });
    const before = [await repository.snapshot(), await repository.state()];
    const { status, stdout, stderr } = await repository.pawl(['lock'], { env: { CLAUDECODE: '1' } });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('only a person may lock again');
    expect([await repository.snapshot(), await repository.state()]).toEqual(before);
  });

  it('lets no agent lock a branch of its own, where it would be judged by itself (L02)', async () => {
    const repository = shared();
    await repository.git('switch', '-qc', 'agent/mine');
    const before = [await repository.snapshot(), await repository.state()];
    const { status, stderr } = await repository.pawl(['lock', '--target', 'agent/mine']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('only a person may lock again') });
    expect([await repository.snapshot(), await repository.state()]).toEqual(before);
  });

  it('goes on judging by the lock that was seen when another one appears', async () => {
    const repository = shared();
    await repository.git('switch', '-qc', 'agent/other');
    await repository.git('update-ref', 'refs/pawl/lock/agent%2Fother', 'refs/pawl/lock/main');
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect((await repository.tryGit(['commit', '-qm', 'slips'])).status).toBe(1);
  });
});
