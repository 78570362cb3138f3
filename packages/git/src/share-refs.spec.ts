import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { parsePush } from './parse-push.ts';
import { openSharedRefs, type SharedRefs, trackingRef } from './share-refs.ts';

const LOCK = 'refs/pawl/lock/main';
const LOOP = 'refs/pawl/loop/agent%2Fx';

interface Clone {
  readonly dir: string;
  readonly refs: SharedRefs;
  git(...args: string[]): string;
  /** A commit that follows another one, and that a ref names. */
  write(ref: string, message: string, parent?: string): string;
}

let root: string;
let remote: Clone;
let one: Clone;
let other: Clone;
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-share-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  mkdirSync(join(root, 'home'));
  remote = await clone('remote', ['--bare']);
  one = await clone('one');
  other = await clone('other');
});

async function clone(name: string, options: readonly string[] = []): Promise<Clone> {
  const dir = join(root, name);
  mkdirSync(dir);
  const env = {
    ...{ PATH: process.env['PATH'], HOME: join(root, 'home'), GIT_CONFIG_NOSYSTEM: '1' },
    ...{
      GIT_AUTHOR_NAME: 'T',
      GIT_AUTHOR_EMAIL: 't@localhost',
      GIT_COMMITTER_NAME: 'T',
      GIT_COMMITTER_EMAIL: 't@localhost',
    },
  };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, env, stdio: 'pipe' }).toString().trim();
  git('init', '--quiet', '--initial-branch=main', ...options);
  git('config', 'gc.auto', '0');
  if (name !== 'remote') git('remote', 'add', 'origin', join(root, 'remote'));
  const tree = git('hash-object', '-t', 'tree', '-w', '/dev/null');
  return {
    dir,
    git,
    refs: await openSharedRefs(dir, { env }),
    write: (ref, message, parent) => {
      const commit = git('commit-tree', tree, '-m', message, ...(parent === undefined ? [] : ['-p', parent]));
      git('update-ref', ref, commit);
      return commit;
    },
  };
}

const refsOf = ({ git }: Clone): readonly string[] => git('for-each-ref', '--format=%(refname)').split('\n');

describe('push', () => {
  it('moves what is named, and nothing else', async () => {
    const lock = one.write(LOCK, 'lock');
    one.write('refs/pawl/other/x', 'private');
    one.write('refs/heads/main', 'main');
    one.git('config', 'push.followTags', 'true');
    one.git('tag', '-a', '-m', 'tag', 'v1', lock);
    expect(await one.refs.push('origin', new Map([[LOCK, lock]]))).toEqual({
      accepted: [LOCK],
      raced: [],
      refused: [],
    });
    expect(refsOf(remote)).toEqual([LOCK]);
    expect(await one.refs.push('origin', new Map([[LOCK, lock]]))).toMatchObject({ accepted: [LOCK] });
  });

  it('goes only forward: what somebody else pushed meanwhile stays', async () => {
    const theirs = other.write(LOOP, 'theirs');
    await other.refs.push('origin', new Map([[LOOP, theirs]]));
    const ours = one.write(LOOP, 'ours');
    expect(await one.refs.push('origin', new Map([[LOOP, ours]]))).toEqual({
      accepted: [],
      raced: [LOOP],
      refused: [],
    });
    expect(remote.git('rev-parse', LOOP)).toBe(theirs);
  });

  it('tells what the remote does not want, and what it took all the same', async () => {
    remote.git('config', 'receive.hideRefs', 'refs/pawl/lock');
    const commits = new Map([LOCK, LOOP].map((ref) => [ref, one.write(ref, ref)]));
    const { accepted, raced, refused } = await one.refs.push('origin', commits);
    expect([accepted, raced, refused.map(({ ref }) => ref)]).toEqual([[LOOP], [], [LOCK]]);
    expect(refused[0]?.why).toContain('hidden');
  });

  it.each([
    'refs/heads/main',
    'refs/pawl/remote/origin/lock/main',
    'refs/pawl/lock/*',
    'refs/pawl/lock/a/b',
    '+refs/pawl/lock/main',
  ])('refuses %s', async (ref) => {
    const commit = one.write(LOCK, 'lock');
    await expect(one.refs.push('origin', new Map([[ref, commit]]))).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(refsOf(remote)).toEqual(['']);
  });

  it('runs no hook of this repository', async () => {
    const hook = join(one.dir, '.git', 'hooks', 'pre-push');
    mkdirSync(join(one.dir, '.git', 'hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ntouch ${join(root, 'ran')}\nexit 1\n`);
    chmodSync(hook, 0o755);
    const lock = one.write(LOCK, 'lock');
    expect(await one.refs.push('origin', new Map([[LOCK, lock]]))).toMatchObject({ accepted: [LOCK] });
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });
});

describe('fetch', () => {
  it('brings the ledger of the remote to a place of its own, and leaves ours alone', async () => {
    const theirs = new Map([LOCK, LOOP].map((ref) => [ref, other.write(ref, 'theirs')]));
    await other.refs.push('origin', theirs);
    remote.git('update-ref', 'refs/pawl/private/x', theirs.get(LOCK) ?? '');
    remote.git('update-ref', 'refs/heads/main', theirs.get(LOCK) ?? '');
    const ours = one.write(LOCK, 'ours');
    await one.refs.fetch('origin');
    expect(refsOf(one)).toEqual([LOCK, trackingRef('origin', LOCK), trackingRef('origin', LOOP)]);
    expect(one.git('rev-parse', LOCK)).toBe(ours);
    expect(one.git('rev-parse', 'refs/pawl/remote/origin/lock/main')).toBe(theirs.get(LOCK));
    expect(existsSync(join(one.dir, '.git', 'FETCH_HEAD'))).toBe(false);
  });

  it('follows a remote that went back, and keeps what it no longer has', async () => {
    const first = other.write(LOCK, 'first');
    const second = other.write(LOCK, 'second', first);
    await other.refs.push('origin', new Map([[LOCK, second]]));
    await one.refs.fetch('origin');
    remote.git('update-ref', LOCK, first);
    await one.refs.fetch('origin');
    expect(one.git('rev-parse', trackingRef('origin', LOCK))).toBe(first);
    remote.git('update-ref', '-d', LOCK);
    one.git('config', 'fetch.prune', 'true');
    await one.refs.fetch('origin');
    expect(one.git('rev-parse', trackingRef('origin', LOCK))).toBe(first);
  });

  it('refuses objects that git would not make', async () => {
    const forged = `tree ${remote.git('hash-object', '-t', 'tree', '-w', '/dev/null')}\n\nno author\n`;
    writeFileSync(join(root, 'forged'), forged);
    const id = remote.git('hash-object', '-t', 'commit', '-w', '--literally', join(root, 'forged'));
    remote.git('update-ref', LOCK, id);
    await expect(one.refs.fetch('origin')).rejects.toMatchObject({ code: 'git-failed' });
    expect(refsOf(one)).toEqual(['']);
  });

  it('runs no program that a URL or a setting names', async () => {
    const program = join(root, 'program');
    writeFileSync(program, `#!/bin/sh\ntouch ${join(root, 'ran')}\nexec git-upload-pack "$@"\n`);
    chmodSync(program, 0o755);
    one.git('config', 'remote.origin.uploadpack', program);
    await one.refs.fetch('origin');
    one.git('remote', 'add', 'evil', `ext::${program}`);
    one.git('config', 'protocol.ext.allow', 'always');
    await expect(one.refs.fetch('evil')).rejects.toMatchObject({ code: 'git-failed' });
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });

  it.each(['', '-f', '--upload-pack=x', 'a b', '../remote', 'https://localhost/x', '/tmp/x', 'x.lock', 'a..b'])(
    'takes %j for no name of a remote',
    async (name) => {
      await expect(one.refs.fetch(name)).rejects.toMatchObject({ code: 'invalid-argument' });
    },
  );

  it('is an error where the remote is gone', async () => {
    rmSync(remote.dir, { recursive: true });
    await expect(one.refs.fetch('origin')).rejects.toMatchObject({ code: 'git-failed' });
  });
});

describe('setUp', () => {
  it('has every fetch bring the ledger along, once and for all', async () => {
    expect(await one.refs.isSetUp('origin')).toBe(false);
    await one.refs.setUp('origin');
    await one.refs.setUp('origin');
    expect(await one.refs.isSetUp('origin')).toBe(true);
    expect(one.git('config', '--get-all', 'remote.origin.fetch').split('\n')).toEqual([
      '+refs/heads/*:refs/remotes/origin/*',
      '+refs/pawl/lock/*:refs/pawl/remote/origin/lock/*',
      '+refs/pawl/loop/*:refs/pawl/remote/origin/loop/*',
    ]);
    await other.refs.push('origin', new Map([[LOCK, other.write(LOCK, 'lock')]]));
    one.git('fetch', '--quiet', 'origin');
    expect(refsOf(one)).toEqual([trackingRef('origin', LOCK)]);
  });
});

describe('parsePush', () => {
  it.each([
    [' \ta:refs/x\t1..2', 'accepted'],
    ['*\ta:refs/x\t[new reference]', 'accepted'],
    ['=\ta:refs/x\t[up to date]', 'accepted'],
    ['!\ta:refs/x\t[rejected] (fetch first)', 'raced'],
    ['!\ta:refs/x\t[rejected] (non-fast-forward)', 'raced'],
    ['!\ta:refs/x\t[remote rejected] (failed to update ref)', 'raced'],
    ["!\ta:refs/x\t[remote rejected] (cannot lock ref 'refs/x': is at 1 but expected 2)", 'raced'],
    ['!\ta:refs/x\t[remote rejected] (pre-receive hook declined)', 'refused'],
    ['!\ta:refs/x\t[remote rejected] (deny updating a hidden ref)', 'refused'],
  ])('%j is %s', (line, kind) => {
    const outcome = parsePush(`To /somewhere\n${line}\nDone\n`);
    expect(Object.entries(outcome).flatMap(([name, refs]) => (refs.length > 0 ? [name] : []))).toEqual([kind]);
  });

  it.each(['+\ta:refs/x\t1...2 (forced update)', '-\t:refs/x\t[deleted]', 'something else'])('refuses %j', (line) => {
    expect(() => parsePush(line)).toThrow(expect.objectContaining({ code: 'unreadable-output' }));
  });
});
