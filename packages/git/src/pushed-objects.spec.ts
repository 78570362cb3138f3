import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRepository, type Repository } from './open-repository.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository, type TemporaryRepository } from './testing/temporary-repository.ts';

let client: TemporaryRepository;
let bare: string;
let pushed: string;
let opened: Repository;

/** A push whose hook keeps the quarantine as it was, since git removes it afterwards. */
beforeEach(async () => {
  client = temporaryRepository();
  client.write('a.ts', 'a');
  client.commit('one');
  bare = join(client.beside, 'bare.git');
  const run = (...args: string[]): string =>
    execFileSync('git', args, { cwd: client.dir, env: client.env, stdio: 'pipe' }).toString().trim();
  run('init', '--quiet', '--bare', bare);
  run('push', '--quiet', bare, 'HEAD:refs/heads/main');
  const note = join(client.beside, 'note');
  const kept = join(client.beside, 'kept');
  mkdirSync(join(bare, 'hooks'), { recursive: true });
  writeFileSync(
    join(bare, 'hooks/pre-receive'),
    `#!/bin/sh\ncp -R "$GIT_QUARANTINE_PATH" "${kept}"\nenv | grep ^GIT_ >"${note}"\npwd >>"${note}"\nexit 1\n`,
  );
  chmodSync(join(bare, 'hooks/pre-receive'), 0o755);
  client.write('b.ts', 'b');
  client.commit('two');
  expect(() => run('push', '--quiet', bare, 'HEAD:refs/heads/x')).toThrow();
  pushed = run('rev-parse', 'HEAD');
  const lines = readFileSync(note, 'utf8').trim().split('\n');
  const env = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  opened = await openRepository(bare, {
    env: { ...client.env, ...env, GIT_DIR: bare, GIT_QUARANTINE_PATH: kept, GIT_OBJECT_DIRECTORY: kept },
    inheritGitEnvironment: true,
    cwd: bare,
  });
});

const afterwards = () => openRepository(bare, { env: client.env });

describe('when a push waits in quarantine', () => {
  it('what is pushed is read, and is nowhere else', async () => {
    expect((await opened.readCommitFile(pushed, 'b.ts'))?.toString()).toBe('b');
    expect(await errorCode(async () => (await afterwards()).readCommitFile(pushed, 'b.ts'))).toBe('missing-object');
  });

  it('what is written stays, and a ref may name it, though git forbids that in quarantine', async () => {
    const commit = await opened.writeCommit({ files: { x: '1' }, parents: [], message: 'm\n', at: new Date(0) });
    await opened.updateRef('refs/pawl/loop/x', commit, undefined);
    expect((await (await afterwards()).readCommitFile('refs/pawl/loop/x', 'x'))?.toString()).toBe('1');
  });

  it('what is written stays, though the pusher guessed it and pushed it too', async () => {
    const guess = { files: { 'b.ts': 'b' }, parents: [], message: 'm\n', at: new Date(0) };
    const commit = await opened.writeCommit(guess);
    expect((await (await afterwards()).readCommitFile(commit, 'b.ts'))?.toString()).toBe('b');
  });

  it('the tree of a case is kept whole, with what it is compared with where only the push has that', async () => {
    const tree = await opened.resolveTree(pushed);
    const prefix = join(bare, 'objects/pack/pack');
    await opened.packTree({ tree, without: pushed, prefix });
    expect((await (await afterwards()).listTree(tree)).map(({ path }) => path)).toEqual(['a.ts', 'b.ts']);
  });

  it('only what no branch or tag has yet is new', async () => {
    expect(await opened.newCommits([pushed], 10)).toEqual([pushed]);
    expect(await errorCode(() => opened.newCommits([pushed], 0))).toBe('output-too-large');
  });
});

describe('when the host has settings of its own', () => {
  it('those in the environment are seen, and the last one counts', async () => {
    const given = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'receive.fsckObjects', GIT_CONFIG_VALUE_0: 'true' };
    const served = await openRepository(bare, { env: { ...client.env, ...given } });
    expect((await served.receiveSettings()).get('receive.fsckobjects')).toBe('true');
    expect((await (await afterwards()).receiveSettings()).get('receive.fsckobjects')).toBeUndefined();
  });
});
