import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository } from './open-repository.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

describe('openRepository', () => {
  it('opens a work tree, a folder in it and a link to it', async () => {
    const { dir, beside, env, write } = temporaryRepository();
    write('src/deep/a.ts', 'a');
    symlinkSync(dir, join(beside, 'link'));
    for (const folder of [dir, join(dir, 'src/deep'), join(beside, 'link')]) {
      const found = await openRepository(folder, { env });
      expect(found).toMatchObject({ gitDir: join(dir, '.git'), commonDir: join(dir, '.git'), topLevel: dir });
    }
  });

  it('opens a .git folder as the work tree around it', async () => {
    const { dir, env } = temporaryRepository();
    const found = await openRepository(join(dir, '.git'), { env });
    expect(found).toMatchObject({ gitDir: join(dir, '.git'), topLevel: dir });
  });

  it('opens a bare repository, which has no work tree', async () => {
    const { dir, env } = temporaryRepository('--bare');
    expect(await openRepository(dir, { env })).toMatchObject({ gitDir: dir, commonDir: dir, topLevel: undefined });
    expect(await openRepository(join(dir, 'refs'), { env })).toMatchObject({ gitDir: dir, topLevel: undefined });
  });

  it('opens a linked work tree, with its own HEAD and index and the shared objects', async () => {
    const { dir, beside, env, git, commit } = temporaryRepository();
    const id = commit('one');
    const linked = join(beside, 'linked');
    git('worktree', 'add', '--quiet', '-b', 'agent/x', linked);
    const found = await openRepository(linked, { env });
    expect(found).toMatchObject({
      gitDir: join(dir, '.git/worktrees/linked'),
      commonDir: join(dir, '.git'),
      topLevel: linked,
    });
    expect(await found.branch()).toBe('agent/x');
    expect(await found.head()).toBe(id);
    expect(await found.indexTree()).toBe(await found.resolveTree('HEAD'));
  });

  it('opens a submodule', async () => {
    const inner = temporaryRepository();
    inner.write('lib.ts', 'x');
    inner.commit('one');
    const { dir, env, git } = temporaryRepository();
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub');
    const found = await openRepository(join(dir, 'sub'), { env });
    expect(found).toMatchObject({ gitDir: join(dir, '.git/modules/sub'), topLevel: join(dir, 'sub') });
    expect(await found.indexTree()).toBe(await found.resolveTree('HEAD'));
  });

  it('refuses a folder that is in no repository, and one that is not there', async () => {
    const { beside, env } = temporaryRepository();
    expect(await errorCode(() => openRepository(beside, { env }))).toBe('not-a-repository');
    expect(await errorCode(() => openRepository(join(beside, 'nope'), { env }))).toBe('not-a-repository');
  });

  it('refuses a path that git and Pawl could read differently', async () => {
    const { beside, env, run } = temporaryRepository();
    const odd = join(beside, 'two\nlines');
    mkdirSync(odd);
    run(['init', '--quiet'], { cwd: odd });
    expect(await errorCode(() => openRepository(odd, { env }))).toBe('unreadable-output');
  });

  it('G16 a .git pointer that is rewritten later does not lead to another repository', async () => {
    const { beside, env, git, commit, write } = temporaryRepository();
    const id = commit('one');
    const linked = join(beside, 'linked');
    git('worktree', 'add', '--quiet', linked);
    const found = await openRepository(linked, { env });
    const other = temporaryRepository();
    other.commit('other');
    for (const pointer of ['../beside/linked/.git', '.git/worktrees/linked/.git']) {
      write(pointer, `gitdir: ${other.dir}/.git\n`);
    }
    expect(await found.head()).toBe(id);
  });

  it('knows a shallow clone', async () => {
    const { beside, env, dir, git, commit } = temporaryRepository();
    commit('one');
    commit('two');
    git('clone', '--quiet', '--depth=1', `file://${dir}`, join(beside, 'shallow'));
    expect(await (await openRepository(join(beside, 'shallow'), { env })).isShallow()).toBe(true);
    expect(await (await openRepository(dir, { env })).isShallow()).toBe(false);
  });
});
