import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Repository } from './open-repository.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

const AT = new Date('2024-02-03T04:05:06.789Z');
const NEW = { files: { 'lock.json': '{}\n' }, parents: [], message: 'Lock 1', at: AT };

describe('writeCommit', () => {
  it('stores what git itself would have stored', async () => {
    const { git, open, commit } = temporaryRepository();
    const parent = commit('one');
    const files = {
      'b.json': '{}',
      'a/deep/x': Buffer.from([0, 255]),
      'a-file': '',
      ä: 'big '.repeat(100_000),
      same: '{}',
    };
    const opened = await open();
    const id = await opened.writeCommit({ files, parents: [parent], message: 'Lock 2\n\nwhy', at: AT });
    const args = ['log', '-1', '--format=%P|%an <%ae>|%cn <%ce>|%at %ct|%ai|%B', id];
    const who = 'Pawl <pawl@localhost>';
    expect(git(...args)).toBe(
      `${parent}|${who}|${who}|1706933106 1706933106|2024-02-03 04:05:06 +0000|Lock 2\n\nwhy\n`,
    );
    expect((await opened.listTree(id)).map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 a-file',
      '100644 a/deep/x',
      '100644 b.json',
      '100644 same',
      '100644 ä',
    ]);
    for (const [path, content] of Object.entries(files)) {
      expect((await opened.readCommitFile(id, path))?.equals(Buffer.from(content as string))).toBe(true);
    }
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('gives the same id everywhere, whoever is logged in and however git is set up', async () => {
    const one = temporaryRepository();
    const other = temporaryRepository();
    other.git('config', 'user.name', 'Somebody');
    other.git('config', 'commit.gpgSign', 'true');
    other.git('config', 'gpg.program', '/nonexistent');
    other.git('config', 'i18n.commitEncoding', 'latin1');
    const identity = { NAME: 'Pawl', EMAIL: 'pawl@localhost', DATE: '1706933106 +0000' };
    const variables = Object.entries(identity).flatMap(([key, value]) =>
      ['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_${key}`, value]),
    );
    const blob = one.run(['hash-object', '-w', '--stdin'], { input: '{}\n' }).toString().trim();
    const tree = one
      .run(['mktree'], { input: `100644 blob ${blob}\tlock.json\n` })
      .toString()
      .trim();
    const byGit = one.run(['commit-tree', '-m', 'Lock 1', tree], { env: Object.fromEntries(variables) });
    const ids = [await (await one.open()).writeCommit(NEW), await (await other.open()).writeCommit(NEW)];
    expect(ids).toEqual([byGit.toString().trim(), ids[0]]);
  });

  it('works in a sha256 repository', async () => {
    const { git, open } = temporaryRepository('--object-format=sha256');
    const opened = await open();
    const id = await opened.writeCommit(NEW);
    await opened.updateRef('refs/pawl/lock/main', id, undefined);
    expect(id).toMatch(/^[0-9a-f]{64}$/u);
    expect(git('fsck', '--strict')).toBe('');
    expect((await opened.readCommitFile(id, 'lock.json'))?.toString()).toBe('{}\n');
  });

  it('does not store a commit whose parent is missing', async () => {
    const opened = await temporaryRepository().open();
    expect(await errorCode(() => opened.writeCommit({ ...NEW, parents: ['1'.repeat(40)] }))).toBe('git-failed');
  });

  it.each([
    ['a path out of the tree', { ...NEW, files: { '../x': '' } }],
    ['a path into .git', { ...NEW, files: { '.git/config': '' } }],
    ['a file that is a folder too', { ...NEW, files: { a: '', 'a/b': '' } }],
    ['a folder that is a file too', { ...NEW, files: { 'a/b': '', a: '' } }],
    ['a path that is not well-formed', { ...NEW, files: { '\uD800': '' } }],
    ['a parent that is a header', { ...NEW, parents: [`${'1'.repeat(40)}\nauthor me`] }],
    ['a message with NUL', { ...NEW, message: 'a\0b' }],
    ['an instant that is none', { ...NEW, at: new Date(Number.NaN) }],
  ])('refuses %s', async (_, input) => {
    const opened = await temporaryRepository().open();
    expect(await errorCode(() => opened.writeCommit(input))).toBe('invalid-argument');
  });
});

describe('writeCommit that keeps folders of another commit', () => {
  const before = { 'old.json': '1', 'index/aa/x': 'x', 'index/aa/y': 'y', 'index/bb/z': 'z', 'other/o': 'o' };
  const contents = async (opened: Repository, id: string) =>
    Object.fromEntries(
      await Promise.all(
        (await opened.listTree(id))
          .filter(({ mode }) => mode !== '040000')
          .map(async ({ path }) => [path, (await opened.readCommitFile(id, path))?.toString()]),
      ),
    );

  it('lays files into them and carries over nothing else', async () => {
    const { git, open } = temporaryRepository();
    const opened = await open();
    const first = await opened.writeCommit({ ...NEW, files: before });
    const files = { 'new.json': '2', 'index/aa/x': 'other', 'index/cc/deep/n': 'n' };
    const keep = { of: first, folders: ['index', 'none'] };
    const second = await opened.writeCommit({ ...NEW, files, parents: [first], keep });
    expect(await contents(opened, second)).toEqual({
      'new.json': '2',
      'index/aa/x': 'other',
      'index/aa/y': 'y',
      'index/bb/z': 'z',
      'index/cc/deep/n': 'n',
    });
    expect(git('rev-parse', `${second}:index/bb`)).toBe(git('rev-parse', `${first}:index/bb`));
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('is the same commit as one that is written from nothing', async () => {
    const opened = await temporaryRepository().open();
    const first = await opened.writeCommit({ ...NEW, files: before });
    const whole = { 'index/aa/x': 'x', 'index/aa/y': 'y', 'index/bb/z': 'z', 'index/bb/zz': 'zz', n: 'n' };
    const keep = { of: first, folders: ['index'] };
    const kept = await opened.writeCommit({ ...NEW, files: { n: 'n', 'index/bb/zz': 'zz' }, keep });
    expect(kept).toBe(await opened.writeCommit({ ...NEW, files: whole }));
  });

  it('keeps no file that stands where a folder should, and lets a new file take the place of a folder', async () => {
    const opened = await temporaryRepository().open();
    const first = await opened.writeCommit({ ...NEW, files: before });
    const keep = { of: first, folders: ['old.json', 'index'] };
    const second = await opened.writeCommit({ ...NEW, files: { 'index/aa': 'file' }, keep });
    expect(await contents(opened, second)).toEqual({ 'index/aa': 'file', 'index/bb/z': 'z' });
  });

  it('is an error when what it keeps cannot be read', async () => {
    const opened = await temporaryRepository().open();
    const keep = { of: '1'.repeat(40), folders: ['index'] };
    expect(await errorCode(() => opened.writeCommit({ ...NEW, keep }))).toBe('missing-object');
  });
});

describe('refs', () => {
  it('are created, moved and listed', async () => {
    const opened = await temporaryRepository().open();
    const one = await opened.writeCommit(NEW);
    const two = await opened.writeCommit({ ...NEW, parents: [one] });
    expect(await opened.readRef('refs/pawl/lock/main')).toBeUndefined();
    await opened.updateRef('refs/pawl/lock/main', one, undefined);
    await opened.updateRef('refs/pawl/lock/main', two, one);
    await opened.updateRef('refs/pawl/loop/agent%2Fx', one, undefined);
    expect(await opened.readRef('refs/pawl/lock/main')).toBe(two);
    expect(await opened.readRef('refs/pawl/lock')).toBeUndefined();
    expect([...(await opened.listRefs('refs/pawl/'))]).toEqual([
      ['refs/pawl/lock/main', two],
      ['refs/pawl/loop/agent%2Fx', one],
    ]);
    expect(await opened.listRefs('refs/none/')).toEqual(new Map());
  });

  it('are not moved when somebody else was faster', async () => {
    const opened = await temporaryRepository().open();
    const one = await opened.writeCommit(NEW);
    const two = await opened.writeCommit({ ...NEW, parents: [one] });
    await opened.updateRef('refs/pawl/x', one, undefined);
    expect(await errorCode(() => opened.updateRef('refs/pawl/x', two, undefined))).toBe('ref-moved');
    expect(await errorCode(() => opened.updateRef('refs/pawl/x', two, two))).toBe('ref-moved');
    expect(await errorCode(() => opened.updateRef('refs/pawl/none', two, one))).toBe('ref-moved');
    expect(await opened.readRef('refs/pawl/x')).toBe(one);
  });

  it('that cannot be written are not called moved', async () => {
    const { write, open } = temporaryRepository();
    const opened = await open();
    const one = await opened.writeCommit(NEW);
    await opened.updateRef('refs/pawl/x', one, undefined);
    write('.git/refs/pawl/x.lock', '');
    expect(await errorCode(() => opened.updateRef('refs/pawl/x', one, one))).toBe('git-failed');
    expect(await errorCode(() => opened.updateRef('refs/pawl/x/y', one, undefined))).toBe('git-failed');
  });

  it('that are damaged are an error and not "no such ref"', async () => {
    const { write, open } = temporaryRepository();
    write('.git/refs/pawl/lock/main', 'noise\n');
    const opened = await open();
    expect(await errorCode(() => opened.readRef('refs/pawl/lock/main'))).toBe('broken-ref');
    expect(await errorCode(() => opened.listRefs('refs/pawl/'))).toBe('broken-ref');
  });

  it('a symbolic ref put in their place does not carry the update on to a branch', async () => {
    const { git, commit, open } = temporaryRepository();
    const head = commit('one');
    const opened = await open();
    const lock = await opened.writeCommit(NEW);
    git('symbolic-ref', 'refs/pawl/x', 'refs/heads/main');
    await opened.updateRef('refs/pawl/x', lock, head);
    expect(git('rev-parse', 'refs/heads/main')).toBe(head);
    expect(await opened.readRef('refs/pawl/x')).toBe(lock);
  });

  it('fire no reference-transaction hook when Pawl moves them', async () => {
    const { dir, beside, git, open, commit } = temporaryRepository();
    const hook = join(dir, '.git/hooks/reference-transaction');
    writeFileSync(hook, `#!/bin/sh\ntouch "${beside}/fired"\nexit 1\n`);
    chmodSync(hook, 0o755);
    const opened = await open();
    await opened.updateRef('refs/pawl/x', await opened.writeCommit(NEW), undefined);
    expect(existsSync(join(beside, 'fired'))).toBe(false);
    expect(() => commit('one')).toThrow();
    git('config', 'core.hooksPath', '/dev/null');
    expect(existsSync(join(beside, 'fired'))).toBe(true);
  });

  it.each(['main', '-d', 'refs/pawl/*', 'refs/pawl/../heads/main', 'refs/pawl/a b', 'refs/x\ny'])(
    'named %j are refused',
    async (ref) => {
      const { commit, open } = temporaryRepository();
      const id = commit('one');
      const opened = await open();
      expect(await errorCode(() => opened.updateRef(ref, id, undefined))).toBe('invalid-argument');
      expect(await errorCode(() => opened.readRef(ref))).toBe('invalid-argument');
    },
  );
});

describe('readCommitFile', () => {
  it('tells an absent path from one that is no file', async () => {
    const { write, git, open } = temporaryRepository();
    write('src/a', 'a');
    git('add', '.');
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
    git('commit', '--quiet', '-m', 'x');
    const opened = await open();
    expect((await opened.readCommitFile('HEAD', 'src/a'))?.toString()).toBe('a');
    for (const path of ['none', 'src/none', 'src/a/b', ''])
      expect(await opened.readCommitFile('HEAD', path)).toBeUndefined();
    expect(await errorCode(() => opened.readCommitFile('HEAD', 'src'))).toBe('not-a-file');
    expect(await errorCode(() => opened.readCommitFile('HEAD', 'sub'))).toBe('not-a-file');
    expect(await errorCode(() => opened.readCommitFile('nope', 'src/a'))).toBe('unknown-revision');
  });
});
