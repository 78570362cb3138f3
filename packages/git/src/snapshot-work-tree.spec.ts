import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openRepository } from './open-repository.ts';
import { snapshotWorkTree } from './snapshot-work-tree.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository, type TemporaryRepository } from './testing/temporary-repository.ts';

async function snapshot({ dir, env }: TemporaryRepository, at = dir): Promise<string> {
  return snapshotWorkTree(await openRepository(at, { env }), env);
}

/** What git itself would have committed: asked of git, after the snapshot. */
function committed({ git }: TemporaryRepository): string {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'all');
  return git('rev-parse', 'HEAD^{tree}');
}

function oneCommit(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.write('a.ts', 'a');
  repository.write('gone.ts', 'gone');
  repository.write('.gitignore', 'ignored/\n');
  repository.commit('one');
  return repository;
}

function leftOvers({ dir }: TemporaryRepository): readonly string[] {
  return readdirSync(join(dir, '.git')).filter((name) => name.startsWith('pawl-'));
}

describe('when the work tree is read', () => {
  it('gives the tree that git add and git commit store', async () => {
    const repository = oneCommit();
    repository.write('a.ts', 'changed');
    repository.write('new file \t"é".ts', 'new');
    repository.write(':(exclude)odd', 'odd');
    repository.write('-n', 'dash');
    repository.write('ignored/secret', 'no');
    rmSync(join(repository.dir, 'gone.ts'));
    symlinkSync('a.ts', join(repository.dir, 'link'));
    chmodSync(join(repository.dir, 'a.ts'), 0o755);
    const tree = await snapshot(repository);
    expect(tree).toBe(committed(repository));
    expect(repository.git('ls-tree', '-r', '-z', '--name-only', tree).split('\0').filter(Boolean)).toEqual([
      '-n',
      '.gitignore',
      ':(exclude)odd',
      'a.ts',
      'link',
      'new file \t"é".ts',
    ]);
  });

  it('leaves the index, what was staged and the files as they are, and nothing behind', async () => {
    const repository = oneCommit();
    repository.write('staged.ts', 'staged');
    repository.git('add', 'staged.ts');
    repository.write('untracked.ts', 'untracked');
    const index = readFileSync(join(repository.dir, '.git/index'));
    const status = repository.git('status', '--porcelain');
    await snapshot(repository);
    expect(readFileSync(join(repository.dir, '.git/index'))).toEqual(index);
    expect(repository.git('status', '--porcelain')).toBe(status);
    expect(leftOvers(repository)).toEqual([]);
  });

  it('works before the first commit, and before the first git add', async () => {
    const repository = temporaryRepository();
    repository.write('a.ts', 'a');
    expect(await snapshot(repository)).toBe(committed(repository));
  });

  it('may look at one folder alone, and at the whole where that folder is unknown', async () => {
    const repository = oneCommit();
    repository.write('lib/old.ts', 'old');
    repository.commit('two');
    repository.write('lib/new.ts', 'new');
    repository.write('library.ts', 'beside it');
    rmSync(join(repository.dir, 'lib/old.ts'));
    rmSync(join(repository.dir, 'gone.ts'));
    const opened = await openRepository(repository.dir, { env: repository.env });
    const listed = async (below: string): Promise<readonly string[]> => {
      const tree = await snapshotWorkTree(opened, repository.env, below);
      return repository.git('ls-tree', '-r', '--name-only', tree).split('\n');
    };
    expect(await listed('lib')).toEqual(['.gitignore', 'a.ts', 'gone.ts', 'lib/new.ts']);
    expect(await listed('l*')).toEqual(['.gitignore', 'a.ts', 'lib/new.ts', 'library.ts']);
    rmSync(join(repository.dir, 'lib'), { recursive: true });
    expect(await listed('lib')).toEqual(['.gitignore', 'a.ts', 'gone.ts']);
  });

  it('is not held up by a locked index', async () => {
    const repository = oneCommit();
    repository.write('a.ts', 'changed');
    repository.write('.git/index.lock', '');
    const tree = await snapshot(repository);
    rmSync(join(repository.dir, '.git/index.lock'));
    expect(tree).toBe(committed(repository));
  });

  it('reads a linked work tree by its own index, from a folder within', async () => {
    const repository = oneCommit();
    const linked = join(repository.beside, 'linked tree');
    repository.git('worktree', 'add', '--quiet', '-b', 'side', linked);
    mkdirSync(join(linked, 'sub'));
    writeFileSync(join(linked, 'sub/b.ts'), 'b');
    rmSync(join(linked, 'gone.ts'));
    const tree = await snapshot(repository, join(linked, 'sub'));
    expect(repository.git('ls-tree', '-r', '--name-only', tree).split('\n')).toEqual([
      '.gitignore',
      'a.ts',
      'sub/b.ts',
    ]);
  });

  it('takes an intent to add, and a file that is ignored but tracked', async () => {
    const repository = oneCommit();
    repository.write('ignored/kept.ts', 'one');
    repository.git('add', '--force', 'ignored/kept.ts');
    repository.git('commit', '--quiet', '-m', 'kept');
    repository.write('ignored/kept.ts', 'two');
    repository.write('intended.ts', 'intended');
    repository.git('add', '--intent-to-add', 'intended.ts');
    const tree = await snapshot(repository);
    expect(repository.git('show', `${tree}:intended.ts`)).toBe('intended');
    expect(repository.git('show', `${tree}:ignored/kept.ts`)).toBe('two');
    expect(tree).toBe(committed(repository));
  });

  it('reads a split index and leaves its shared part alone', async () => {
    const repository = oneCommit();
    repository.git('update-index', '--split-index');
    const shared = (): readonly string[] =>
      readdirSync(join(repository.dir, '.git')).filter((name) => name.startsWith('sharedindex.'));
    const before = shared();
    repository.write('a.ts', 'changed');
    expect(repository.git('show', `${await snapshot(repository)}:a.ts`)).toBe('changed');
    expect(shared()).toEqual(before);
  });

  it('sees a change of the same size in the second in which the index was written', async () => {
    const repository = oneCommit();
    await setTimeout(1000 - (Date.now() % 1000));
    repository.write('a.ts', 'aaaa');
    repository.git('add', 'a.ts');
    repository.write('a.ts', 'bbbb');
    // The copy of the index is younger than all of that.
    await setTimeout(1100);
    expect(repository.git('show', `${await snapshot(repository)}:a.ts`)).toBe('bbbb');
  });

  it('runs the clean filter and the attributes that the user has set', async () => {
    const repository = oneCommit();
    repository.git('config', 'filter.shout.clean', 'tr a-z A-Z');
    repository.write('../home/.config/git/attributes', '*.txt filter=shout\n');
    repository.write('a.txt', 'quiet');
    const tree = await snapshot(repository);
    expect(repository.git('show', `${tree}:a.txt`)).toBe('QUIET');
    expect(tree).toBe(committed(repository));
  });

  it('asks no monitor of the repository which files were changed', async () => {
    const repository = oneCommit();
    repository.write('monitor', `#!/bin/sh\ntouch "${repository.beside}/ran"\nprintf 'token\\0'\n`);
    chmodSync(join(repository.dir, 'monitor'), 0o755);
    repository.git('config', 'core.fsmonitor', join(repository.dir, 'monitor'));
    repository.write('a.ts', 'changed');
    expect(repository.git('show', `${await snapshot(repository)}:a.ts`)).toBe('changed');
    expect(readdirSync(repository.beside)).toEqual([]);
  });

  it('is not led to another index or repository by a variable', async () => {
    const repository = oneCommit();
    const other = oneCommit();
    other.write('a.ts', 'other');
    const env = { ...other.env, GIT_DIR: join(repository.dir, '.git'), GIT_INDEX_FILE: join(repository.dir, 'none') };
    const tree = await snapshotWorkTree(await openRepository(other.dir, { env: other.env }), env);
    expect(other.git('show', `${tree}:a.ts`)).toBe('other');
  });
});

describe('when the work tree cannot be read', () => {
  it('says that paths are unmerged, and does not take their marks for a solution', async () => {
    const repository = oneCommit();
    repository.git('switch', '--quiet', '-c', 'side');
    repository.write('a.ts', 'side');
    repository.commit('side');
    repository.git('switch', '--quiet', 'main');
    repository.write('a.ts', 'main');
    repository.commit('main');
    expect(() => repository.git('merge', 'side')).toThrow();
    expect(await errorCode(() => snapshot(repository))).toBe('unmerged-index');
    expect(leftOvers(repository)).toEqual([]);
  });

  it('says that a required filter failed', async () => {
    const repository = oneCommit();
    repository.git('config', 'filter.broken.clean', 'false');
    repository.git('config', 'filter.broken.required', 'true');
    repository.write('.gitattributes', '*.txt filter=broken\n');
    repository.write('a.txt', 'a');
    expect(await errorCode(() => snapshot(repository))).toBe('git-failed');
    expect(leftOvers(repository)).toEqual([]);
  });

  it('says that a bare repository has no work tree', async () => {
    const repository = temporaryRepository('--bare');
    expect(await errorCode(() => snapshot(repository))).toBe('no-index');
  });

  it('says that the work tree is gone', async () => {
    const repository = oneCommit();
    const linked = join(repository.beside, 'linked');
    repository.git('worktree', 'add', '--quiet', linked);
    const opened = await openRepository(linked, { env: repository.env });
    renameSync(linked, join(repository.beside, 'elsewhere'));
    expect(await errorCode(() => snapshotWorkTree(opened, repository.env))).toBe('not-a-repository');
  });

  it('says that the index is damaged', async () => {
    const repository = oneCommit();
    repository.write('.git/index', 'not an index');
    expect(await errorCode(() => snapshot(repository))).toBe('git-failed');
  });
});
