import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPorcelain } from './porcelain.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

describe('openPorcelain', () => {
  it('reads, sets and unsets configuration, hooks path included', async () => {
    const { dir, env, git } = temporaryRepository();
    const porcelain = openPorcelain(dir, { env });
    expect(await porcelain.getConfig('core.hooksPath')).toBeUndefined();
    await porcelain.setConfig('core.hooksPath', '.husky/_');
    expect(git('config', '--local', 'core.hooksPath')).toBe('.husky/_');
    expect(await porcelain.getConfig('core.hooksPath')).toBe('.husky/_');
    await porcelain.unsetConfig('core.hooksPath');
    await porcelain.unsetConfig('core.hooksPath');
    expect(await porcelain.getConfig('core.hooksPath')).toBeUndefined();
  });

  it('H05 sees a hooks path of the user’s own configuration, and not one that only the environment claims', async () => {
    const { dir, env, git } = temporaryRepository();
    git('config', '--global', 'core.hooksPath', '/elsewhere');
    const claim = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '/claimed' };
    expect(await openPorcelain(dir, { env: { ...env, ...claim } }).getConfig('core.hooksPath')).toBe('/elsewhere');
  });

  it.each(['nope', '--global', 'a b.c', ''])('refuses %j as the name of a setting', async (key) => {
    const { dir, env } = temporaryRepository();
    expect(await errorCode(() => openPorcelain(dir, { env }).getConfig(key))).toBe('invalid-argument');
  });

  it('lists remotes', async () => {
    const { dir, env, git } = temporaryRepository();
    git('remote', 'add', 'origin', 'https://example.com/a.git');
    git('remote', 'set-url', '--push', 'origin', 'https://example.com/b.git');
    expect(await openPorcelain(dir, { env }).remotes()).toEqual([
      { name: 'origin', fetchUrl: 'https://example.com/a.git', pushUrl: 'https://example.com/b.git' },
    ]);
  });

  it('counts what is staged, unstaged and untracked', async () => {
    const { dir, env, git, write, commit } = temporaryRepository();
    for (const path of ['a', 'b', 'c']) write(path, path);
    commit('one');
    write('a', 'staged');
    git('add', 'a');
    write('a', 'and changed again');
    write('b', 'changed');
    write('new file', 'x');
    expect(await openPorcelain(dir, { env }).statusSummary()).toEqual({ staged: 1, unstaged: 2, untracked: 1 });
  });

  it('lists the commits between two revisions', async () => {
    const { dir, env, commit } = temporaryRepository();
    const base = commit('one');
    const two = commit('two: ü "quoted"\n\nbody');
    const three = commit('three');
    const porcelain = openPorcelain(dir, { env });
    const [author, date] = ['Test', '2024-01-01T00:00:00+00:00'];
    expect(await porcelain.log(base, 'HEAD')).toEqual([
      { id: three, author, date: expect.stringMatching(/^2024-01-01T00:00:00(?:Z|\+00:00)$/u), subject: 'three' },
      { id: two, author, date: expect.stringContaining(date.slice(0, 19)), subject: 'two: ü "quoted"' },
    ]);
    expect(await porcelain.log('HEAD', 'HEAD')).toEqual([]);
    expect(await errorCode(() => porcelain.log('nope', 'HEAD'))).toBe('git-failed');
    expect(await errorCode(() => porcelain.log('--output=x', 'HEAD'))).toBe('invalid-argument');
  });

  it('fails with a code outside a repository', async () => {
    const { beside, env } = temporaryRepository();
    expect(await errorCode(() => openPorcelain(join(beside), { env }).statusSummary())).toBe('git-failed');
  });
});
