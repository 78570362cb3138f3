import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createBare, fetchHistory } from './fetch-history.ts';

let root: string;
let env: NodeJS.ProcessEnv;
let remote: string;
/** A commit that no branch has, as that of a pull request from a fork. */
let pulled: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-fetch-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const [name, email] = ['T', 't@localhost'];
  const person = {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
  env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...person };
  remote = join(root, 'remote');
  mkdirSync(remote);
  git(remote, 'init', '--quiet', '--initial-branch=main');
  for (const message of ['one', 'two']) git(remote, 'commit', '--quiet', '--allow-empty', '-m', message);
  pulled = git(remote, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', 'three');
  git(remote, 'update-ref', 'refs/pull/1/head', pulled);
});

function git(dir: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: dir, env, stdio: 'pipe' }).toString().trim();
}

describe('when history is fetched', () => {
  it('into a bare repository of our own, branches come with all of it and a commit by its id', async () => {
    const dir = join(root, 'own.git');
    await createBare(dir, remote, { env });
    await fetchHistory(dir, { remote: 'origin', wanted: [pulled], isShallow: false }, { env });
    expect(git(dir, 'rev-list', '--count', 'refs/remotes/origin/main')).toBe('2');
    expect(git(dir, 'rev-list', '--count', pulled)).toBe('3');
    expect([existsSync(join(dir, 'hooks')), git(dir, 'for-each-ref', 'refs/heads/')]).toEqual([false, '']);
  });

  it('what was cut is completed, and nothing is checked out', async () => {
    const dir = join(root, 'shallow');
    git(root, 'clone', '--quiet', '--depth=1', '--no-checkout', `file://${remote}`, dir);
    writeFileSync(join(dir, '.git/hooks/post-checkout'), '#!/bin/sh\ntouch ran\n', { mode: 0o755 });
    await fetchHistory(dir, { remote: 'origin', wanted: [], isShallow: true }, { env });
    expect(git(dir, 'rev-list', '--count', 'origin/main')).toBe('2');
    expect(existsSync(join(dir, 'ran'))).toBe(false);
  });

  it('it says so where there is no such commit, and no such remote', async () => {
    const dir = join(root, 'own.git');
    await createBare(dir, remote, { env });
    const failed = expect.objectContaining({ code: 'git-failed' });
    await expect(
      fetchHistory(dir, { remote: 'origin', wanted: ['f'.repeat(40)], isShallow: false }, { env }),
    ).rejects.toEqual(failed);
    await expect(fetchHistory(dir, { remote: 'other', wanted: [], isShallow: false }, { env })).rejects.toEqual(failed);
  });

  it.each(['main', '--upload-pack=evil', '+refs/heads/*:refs/heads/*'])('%s is the id of no commit', async (wanted) => {
    const dir = join(root, 'own.git');
    await createBare(dir, remote, { env });
    const refused = expect.objectContaining({ code: 'invalid-argument' });
    await expect(fetchHistory(dir, { remote: 'origin', wanted: [wanted], isShallow: false }, { env })).rejects.toEqual(
      refused,
    );
  });

  it('an address that would run a program, or be an option, is none', async () => {
    await createBare(join(root, 'ext.git'), 'ext::sh%20-c%20evil', { env });
    const asked = fetchHistory(join(root, 'ext.git'), { remote: 'origin', wanted: [], isShallow: false }, { env });
    await expect(asked).rejects.toEqual(expect.objectContaining({ code: 'git-failed' }));
    const refused = expect.objectContaining({ code: 'invalid-argument' });
    for (const url of ['--upload-pack=evil', 'a\nb'])
      await expect(createBare(join(root, 'x.git'), url, { env })).rejects.toEqual(refused);
  });
});
