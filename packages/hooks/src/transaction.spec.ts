import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';

/** Pawl is set up, and somebody has locked. */
async function locked(): Promise<RealRepository> {
  const repository = await RealRepository.create();
  await repository.install();
  await repository.git('update-ref', 'refs/pawl/lock/main', 'HEAD');
  return repository;
}

/** The note that pre-commit leaves in a work tree of what it let through. */
async function note(repository: RealRepository, tree: string, ref: string, workTree = '.git'): Promise<void> {
  await mkdir(join(repository.commonDir, 'pawl/judged'), { recursive: true });
  await writeFile(join(repository.commonDir, 'pawl/judged', workTree), `${tree} ${ref}\n`);
}

async function indexTree(repository: RealRepository): Promise<string> {
  return (await repository.git('write-tree')).trim();
}

describe('when a branch gets a commit that no hook has seen', () => {
  it('gives Pawl what git says of it', async () => {
    const repository = await locked();
    const before = (await repository.git('rev-parse', 'HEAD')).trim();
    await repository.git('commit', '-nq', '--allow-empty', '-m', 'x');
    const after = (await repository.git('rev-parse', 'HEAD')).trim();
    expect(await repository.recorded()).toMatchObject([
      {
        argv: ['reference-transaction', 'prepared'],
        stdin: `${before} ${after} HEAD\n${before} ${after} refs/heads/main\n`,
      },
    ]);
  });

  it.each([
    ['commit --no-verify', [['commit', '-nq', '--allow-empty', '-m', 'x']]],
    ['cherry-pick', [['cherry-pick', 'other']]],
    ['revert', [['revert', '--no-edit', 'HEAD']]],
    ['rebase', [['rebase', '-q', 'other']]],
    ['update-ref', [['update-ref', 'refs/heads/new', 'unseen']]],
    ['branch', [['branch', 'new', 'unseen']]],
    ['a fast-forward', [['merge', '-q', '--ff-only', 'unseen']]],
    ['a reset to the middle of a branch (R14)', [['reset', '-q', '--hard', 'HEAD~1']]],
    ['a fetch into a branch', [['fetch', '-q', '.', 'unseen:refs/heads/new']]],
  ])('starts Pawl at %s', async (_, commands) => {
    const repository = await locked();
    const unhooked = (...args: string[]) => repository.git('-c', 'core.hooksPath=/dev/null', ...args);
    await unhooked('branch', 'other');
    await repository.stage('two');
    await unhooked('commit', '-qm', 'two');
    await unhooked('checkout', '-q', 'other');
    await repository.stage('other', 'other.txt');
    await unhooked('commit', '-qm', 'other');
    await unhooked('checkout', '-q', 'main');
    const tree = await indexTree(repository);
    await unhooked('tag', 'unseen', (await repository.git('commit-tree', '-p', 'HEAD', '-m', 'x', tree)).trim());
    for (const command of commands) await repository.git(...command);
    expect(await repository.judged()).toEqual(['reference-transaction']);
  });

  it('leaves the branch where it is when Pawl refuses', async () => {
    const repository = await locked();
    await repository.refuse();
    const before = await repository.git('rev-parse', 'HEAD');
    expect((await repository.tryGit(['commit', '-n', '--allow-empty', '-m', 'x'])).status).toBe(128);
    expect(await repository.git('rev-parse', 'HEAD')).toBe(before);
  });

  it('refuses when the script that starts Pawl is gone', async () => {
    const repository = await locked();
    await rm(join(repository.commonDir, 'pawl/hook'));
    const { status, stderr } = await repository.tryGit(['commit', '-n', '--allow-empty', '-m', 'x']);
    expect(status).toBe(128);
    expect(stderr).toContain('npx pawl init');
  });

  it('starts Pawl when the lock is gone from a repository in which something was judged (L14)', async () => {
    const repository = await locked();
    await note(repository, '0'.repeat(40), 'refs/heads/none');
    await repository.git('update-ref', '-d', 'refs/pawl/lock/main');
    await repository.git('commit', '-nq', '--allow-empty', '-m', 'x');
    expect(await repository.judged()).toEqual(['reference-transaction']);
  });
});

describe('when pre-commit let a tree through', () => {
  it('starts Pawl no second time for the commit of it', async () => {
    const repository = await locked();
    await repository.stage('one');
    await note(repository, await indexTree(repository), 'refs/heads/main');
    await repository.git('commit', '-qm', 'x');
    expect(await repository.judged()).toEqual(['pre-commit']);
  });

  it('starts it when the commit has another tree, because the index was changed meanwhile', async () => {
    const repository = await locked();
    await repository.stage('one');
    await note(repository, await indexTree(repository), 'refs/heads/main');
    await repository.stage('two');
    await repository.git('commit', '-qm', 'x');
    expect(await repository.judged()).toEqual(['pre-commit', 'reference-transaction']);
  });

  it('starts it when the tree goes to another branch', async () => {
    const repository = await locked();
    await repository.stage('one');
    await note(repository, await indexTree(repository), 'refs/heads/other');
    await repository.git('commit', '-qm', 'x');
    expect(await repository.judged()).toEqual(['pre-commit', 'reference-transaction']);
  });

  it('keeps apart what was let through in each work tree', async () => {
    const repository = await locked();
    const linked = join(repository.root, 'linked');
    await repository.git('worktree', 'add', '-q', linked);
    await repository.stage('one');
    const tree = await indexTree(repository);
    await repository.git('reset', '-q', '--hard');
    await note(repository, tree, 'refs/heads/linked', 'linked');
    await writeFile(join(linked, 'file.txt'), 'one');
    await repository.tryGit(['add', 'file.txt'], { cwd: linked });
    await repository.tryGit(['commit', '-qm', 'x'], { cwd: linked });
    expect(await repository.judged()).toEqual(['pre-commit']);
  });
});

describe('when nothing new comes to a branch', () => {
  it.each([
    ['a tag', [['tag', 'v1']]],
    [
      'a new branch, worktree or name',
      [
        ['branch', 'a'],
        ['worktree', 'add', '-q', '../linked'],
        ['branch', '-m', 'a', 'b'],
      ],
    ],
    [
      'the end of a branch',
      [
        ['branch', 'a'],
        ['branch', '-D', 'a'],
      ],
    ],
    [
      'another branch that is checked out',
      [
        ['checkout', '-q', '-b', 'a'],
        ['checkout', '-q', 'main'],
      ],
    ],
    [
      'a detached commit',
      [
        ['checkout', '-q', '--detach'],
        ['commit', '-nq', '--allow-empty', '-m', 'x'],
      ],
    ],
    ['a ref of our own', [['update-ref', 'refs/pawl/loop/x', 'HEAD']]],
    ['a reset to where it is', [['reset', '-q', '--hard']]],
    [
      'housekeeping',
      [
        ['pack-refs', '--all'],
        ['gc', '-q', '--prune=now'],
        ['branch', 'a'],
      ],
    ],
    [
      'another name for a branch',
      [
        ['symbolic-ref', 'refs/heads/alias', 'refs/heads/main'],
        ['fetch', '-q', '.', 'main'],
      ],
    ],
  ])('starts nothing for %s', async (_, commands) => {
    const repository = await locked();
    for (const command of commands) await repository.git(...command);
    expect(await repository.judged()).toEqual([]);
  });

  it('starts nothing for the stash', async () => {
    const repository = await locked();
    await repository.stage('one');
    await repository.git('stash', '-q');
    await repository.git('stash', 'pop', '-q');
    expect(await repository.judged()).toEqual([]);
  });

  it('starts nothing for what was fetched from a remote', async () => {
    const repository = await locked();
    const remote = join(repository.root, 'remote');
    await repository.git('clone', '-q', '.', remote);
    for (const args of [
      ['config', 'user.name', 'B'],
      ['config', 'user.email', 'b@example.invalid'],
      ['commit', '-q', '--allow-empty', '-m', 'theirs'],
    ])
      expect(await repository.tryGit(args, { cwd: remote })).toMatchObject({ status: 0 });
    await repository.git('remote', 'add', 'origin', remote);
    await repository.git('pull', '-q', '--ff-only', 'origin', 'main');
    expect(await repository.judged()).toEqual([]);
  });

  it('starts nothing before anybody has locked', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await repository.git('commit', '-nq', '--allow-empty', '-m', 'x');
    expect(await repository.judged()).toEqual([]);
  });
});

describe('when there was a reference-transaction hook before', () => {
  it('still gets every state and everything that git says', async () => {
    const repository = await RealRepository.create();
    const seen = join(repository.root, 'seen');
    await repository.write('.git/hooks/reference-transaction', `#!/bin/sh\necho "$1 $(cat)" >>"${seen}"\n`, 0o755);
    await repository.install();
    await repository.git('update-ref', 'refs/tags/v1', 'HEAD');
    const head = (await repository.git('rev-parse', 'HEAD')).trim();
    const { lines } = { lines: (await repository.read(`../seen`)).trimEnd().split('\n') };
    expect(lines).toEqual(['prepared', 'committed'].map((state) => `${state} ${'0'.repeat(40)} ${head} refs/tags/v1`));
  });
});
