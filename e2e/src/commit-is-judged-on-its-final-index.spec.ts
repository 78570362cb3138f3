import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockedRepository, sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { NO_LOCK_YET, onlyCase, stopped } from './support/stopped.ts';
import { repositoryAt, temporaryRepository, type TestRepository, type Where } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

const commit = (repository: TestRepository, args: readonly string[] = [], where?: Where) =>
  repository.tryGit(['commit', '--quiet', '-m', 'x', ...args], where);

/** Refused with the one line that a stop has, and with nothing committed. */
async function expectRefused(repository: TestRepository, args: readonly string[] = [], where?: Where): Promise<void> {
  const before = await repository.git('rev-parse', 'HEAD');
  const { status, stdout, stderr } = await commit(repository, args, where);
  expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(repository)) });
  expect(await repository.git('rev-parse', 'HEAD')).toBe(before);
}

async function expectPassed(repository: TestRepository, args: readonly string[] = []): Promise<void> {
  expect(await commit(repository, args)).toEqual({ status: 0, stdout: '', stderr: '' });
}

describe('when a commit would lose a guard', () => {
  it('is refused', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await expectRefused(shared());
  });

  it('is refused with -a, which stages only now', async () => {
    await shared().write({ 'app.js': UNGUARDED_JS });
    await expectRefused(shared(), ['-a']);
  });

  it('is refused as a commit of single paths, whose index is a temporary one (H18)', async () => {
    await shared().write({ 'app.js': UNGUARDED_JS });
    await expectRefused(shared(), ['--', 'app.js']);
  });

  it('is refused as an amendment', async () => {
    await shared().stage({ 'app.js': EDITED_JS });
    await expectPassed(shared());
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await expectRefused(shared(), ['--amend']);
  });

  it('is refused in the second of two commits, which changes nothing that is bad by itself', async () => {
    await shared().commit('slipped by', { 'app.js': UNGUARDED_JS });
    await shared().stage({ 'notes.md': '# Notes\n' });
    await expectRefused(shared());
  });

  it('is refused although the work tree has the guard back (G01, H17)', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await shared().write({ 'app.js': GUARDED_JS });
    await expectRefused(shared());
  });

  it('is refused although git was told not to look at the file (G01)', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await shared().git('update-index', '--skip-worktree', 'app.js');
    await shared().write({ 'app.js': GUARDED_JS });
    await expectRefused(shared());
  });

  it('is refused on a detached head', async () => {
    await shared().git('checkout', '--quiet', '--detach');
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await expectRefused(shared());
  });

  it('is refused from a sub-directory', async () => {
    const cwd = join(shared().dir, 'deep/down');
    await mkdir(cwd, { recursive: true });
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await expectRefused(shared(), [], { cwd });
  });

  it('is refused when the function moves to another file without it', async () => {
    await shared().git('rm', '--quiet', 'app.js');
    await shared().stage({ 'lib/attachments.js': UNGUARDED_JS });
    await expectRefused(shared());
  });

  it('is refused as the first commit of an orphan branch', async () => {
    await shared().git('checkout', '--quiet', '--orphan', 'fresh');
    await shared().stage({ 'app.js': UNGUARDED_JS });
    const { status, stderr } = await commit(shared());
    expect({ status, stderr }).toEqual({ status: 1, stderr: stopped(await onlyCase(shared())) });
  });

  it('is refused in a linked worktree that was made after Pawl was set up', async () => {
    const repository = await lockedRepository();
    const linked = repositoryAt(repository.root, join(repository.root, 'linked'));
    await repository.git('worktree', 'add', '--quiet', '-b', 'other', linked.dir);
    await linked.stage({ 'app.js': UNGUARDED_JS });
    const { status, stdout, stderr } = await commit(linked);
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(repository)) });
  });
});

describe('when a commit loses nothing', () => {
  it('passes without a word', async () => {
    await shared().stage({ 'app.js': EDITED_JS });
    await expectPassed(shared());
  });

  it('passes although the work tree has lost the guard (G01, H17)', async () => {
    await shared().stage({ 'app.js': EDITED_JS });
    await shared().write({ 'app.js': UNGUARDED_JS });
    await expectPassed(shared());
    expect(await shared().git('show', 'HEAD:app.js')).toBe(EDITED_JS.trimEnd());
  });

  it('passes as a commit of single paths that leaves out what is staged beside them (H18)', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS, 'notes.md': '# Notes\n' });
    await expectPassed(shared(), ['--', 'notes.md']);
    expect(await shared().git('show', 'HEAD:app.js')).toBe(GUARDED_JS.trimEnd());
    await expectRefused(shared());
  });

  it('passes when a file goes and its guard is elsewhere', async () => {
    await shared().git('rm', '--quiet', 'app.js');
    await shared().stage({ 'lib/attachments.js': GUARDED_JS });
    await expectPassed(shared());
  });

  it('passes as the first commit of a repository, with a hint at the lock', async () => {
    const repository = await temporaryRepository();
    mustSucceed(await repository.pawl(['init']));
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect(await commit(repository)).toEqual({ status: 0, stdout: '', stderr: NO_LOCK_YET });
  });
});
