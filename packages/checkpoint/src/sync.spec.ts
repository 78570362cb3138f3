import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { ASKED, type Clone, LOCK, LOOP, machine } from './clones.fixture.ts';
import type { Ask } from './decisions/require-person.ts';
import { SCHEMA_FILES } from './init-schemas.ts';
import { init } from './init.ts';
import { sync } from './sync.ts';
import { verify } from './verify.ts';

const GUARDED = `export function read(root, path) {
  if (!path.startsWith(root)) throw new Error('outside');
  return open(path);
}
`;

let root: string;
let one: Clone;
let other: Clone;

/** A remote, and two clones that share a lock: made once and put back before every test, because it takes a while. */
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-sync-')));
  const first = machine(root, 'first', { isFirst: true });
  writeFileSync(join(first.dir, 'a.js'), GUARDED);
  first.git('add', '--all');
  first.git('commit', '--quiet', '-m', 'Begin');
  first.git('clone', '--quiet', '--bare', first.dir, join(root, 'remote.git'));
  one = machine(root, 'one');
  await one.lock();
  await one.sync();
  other = machine(root, 'other');
  await other.sync();
  cpSync(root, `${root}.kept`, { recursive: true });
});
beforeEach(() => {
  rmSync(root, { recursive: true });
  cpSync(`${root}.kept`, root, { recursive: true });
});
afterAll(() => {
  for (const folder of [root, `${root}.kept`]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const remote = (...args: string[]): string => one.git('--git-dir', join(root, 'remote.git'), ...args);

async function problems({ context }: Clone): Promise<readonly string[]> {
  const verified = await verify({ directory: undefined, recompute: 'none' }, context, () => undefined);
  return verified.problems.map(({ ref, code }) => `${ref} ${code}`);
}

const INIT = { directory: undefined, hooksOnly: false, harnesses: 'none', harnessFile: '/harness.js' } as const;

/** What ships with Pawl and is installed with it. */
function shipped(): { readonly hookFile: string; readonly schemas: string } {
  for (const name of ['hook.js', ...Object.values(SCHEMA_FILES)]) writeFileSync(join(root, name), '');
  return { hookFile: join(root, 'hook.js'), schemas: root };
}

describe('sync', () => {
  it('brings the ledger from one clone to another', async () => {
    await one.record('1');
    const sent = await one.sync();
    expect(sent).toMatchObject({ isShared: true, pushed: [LOOP] });
    const { fetched, pushed } = await other.sync();
    expect(fetched).toEqual([
      { ref: LOCK, how: 'same', again: 0 },
      { ref: LOOP, how: 'new', again: 0 },
    ]);
    expect(pushed).toEqual([]);
    expect(other.git('rev-parse', LOOP)).toBe(one.git('rev-parse', LOOP));
    expect(await problems(other)).toEqual([]);
  });

  it('changes nothing when it is run again', async () => {
    await one.record('1');
    await one.sync();
    expect(await one.sync()).toMatchObject({ fetched: [{ how: 'same' }, { how: 'same' }], pushed: [] });
  });

  it('reconciles two clones that both appended, and nothing is lost', async () => {
    await one.record('1');
    await one.sync();
    await other.record('2');
    await other.record('3');
    const { fetched, pushed } = await other.sync();
    expect(fetched).toContainEqual({ ref: LOOP, how: 'appended-again', again: 2 });
    expect(pushed).toEqual([LOOP]);
    expect(await one.sync()).toMatchObject({ fetched: [{ how: 'same' }, { how: 'forward' }] });
    expect(one.git('rev-list', '--count', LOOP)).toBe('3');
    expect([await problems(one), await problems(other)]).toEqual([[], []]);
  });

  it('A09 a loop that was stopped in one clone is stopped in the other', async () => {
    writeFileSync(join(one.dir, 'a.js'), GUARDED.replace(/ {2}if.*\n/u, ''));
    one.git('add', '--all');
    await check(ASKED, one.context);
    await one.sync();
    await other.sync();
    const checked = await check(ASKED, other.context);
    expect(checked.verdict.outcome).toBe('escalated');
    expect(checked.latch).toHaveLength(1);
  });

  it('refuses two locks in one place, and changes nothing', async () => {
    await one.lock();
    await one.sync();
    other.git('commit', '--quiet', '--allow-empty', '-m', 'x');
    const { stored } = await other.lock();
    await expect(other.sync()).rejects.toMatchObject({ code: 'locks-diverged' });
    expect(other.git('rev-parse', LOCK)).toBe(stored.commit);
    expect(remote('rev-parse', LOCK)).toBe(one.git('rev-parse', LOCK));
  });

  it('L03 takes no older lock from a remote that was put back', async () => {
    await one.lock();
    await one.sync();
    const newest = one.git('rev-parse', LOCK);
    remote('update-ref', LOCK, `${newest}^`);
    expect(await one.sync()).toMatchObject({ fetched: [{ ref: LOCK, how: 'ahead' }], pushed: [LOCK] });
    expect([one.git('rev-parse', LOCK), remote('rev-parse', LOCK)]).toEqual([newest, newest]);
  });

  it('O07 takes nothing that does not hold, and says what it is', async () => {
    await one.record('1');
    await one.sync();
    const forged = remote('commit-tree', `${LOOP}^{tree}`, '-p', LOOP, '-m', 'forged');
    remote('update-ref', LOOP, forged);
    await expect(other.sync()).rejects.toMatchObject({ code: 'remote-broken', message: expect.stringContaining(LOOP) });
    expect(() => other.git('rev-parse', '--verify', LOOP)).toThrow();
  });

  it('L04 takes no lock of another repository', async () => {
    const stranger = machine(root, 'stranger');
    stranger.git('update-ref', '-d', LOCK);
    stranger.git('commit', '--quiet', '--allow-empty', '-m', 'x');
    await stranger.lock();
    remote('fetch', '--quiet', stranger.dir, `+${LOCK}:refs/pawl/lock/next`);
    remote('update-ref', LOCK, 'refs/pawl/lock/next');
    remote('update-ref', '-d', 'refs/pawl/lock/next');
    await expect(other.sync()).rejects.toMatchObject({ code: 'remote-broken' });
    expect(other.git('rev-parse', LOCK)).toBe(one.git('rev-parse', LOCK));
  });

  it('loses nothing when two clones push at the same time', async () => {
    await Promise.all([one.record('1'), other.record('2')]);
    await Promise.all([one.sync(), other.sync()]);
    await one.sync();
    await other.sync();
    expect([one, other].map(({ git }) => git('rev-list', '--count', LOOP))).toEqual(['2', '2']);
    expect([await problems(one), await problems(other)]).toEqual([[], []]);
  });

  it('without such a remote it is an error', async () => {
    one.git('remote', 'remove', 'origin');
    await expect(one.sync()).rejects.toMatchObject({ code: 'no-remote' });
  });
});

describe('when others could read the remote', () => {
  const asked: string[] = [];
  const answer =
    (text: string | undefined): Ask =>
    async (question) => {
      asked.push(question);
      return text;
    };
  let near: Clone;
  afterEach(() => {
    one = near;
  });
  const fetchSpecs = (): readonly string[] => one.git('config', '--get-all', 'remote.origin.fetch').split('\n');

  /** An address that leads here all the same: what would go to another machine is run on this one. */
  beforeEach(() => {
    asked.length = 0;
    const ssh = join(root, 'ssh');
    writeFileSync(ssh, '#!/bin/sh\n[ "$1" = -G ] && exit 1\nfor last; do :; done\nexec sh -c "$last"\n', {
      mode: 0o755,
    });
    near = one;
    one = machine(root, 'far', { env: { GIT_SSH_COMMAND: ssh } });
    one.git('remote', 'set-url', 'origin', `ssh://git@example.invalid${join(root, 'remote.git')}`);
  });

  it('nothing is pushed where there is nobody to ask, and all is fetched', async () => {
    expect(await one.sync()).toMatchObject({ isShared: false, pushed: [], fetched: [{ ref: LOCK, how: 'new' }] });
    await one.record('1');
    expect(await one.sync()).toMatchObject({ isShared: false, pushed: [] });
    expect(() => remote('rev-parse', '--verify', LOOP)).toThrow();
    expect(fetchSpecs()).toHaveLength(1);
  });

  it.each(['n', undefined])('nothing is pushed where a person answers %j', async (text) => {
    expect(await one.sync(false, answer(text))).toMatchObject({ isShared: false });
    expect(asked).toEqual([expect.stringContaining('still open')]);
    expect(fetchSpecs()).toHaveLength(1);
  });

  it.each([
    ['a person says yes', false, answer('y')],
    ['it is said on the command line', true, undefined],
  ])('once %s it is shared, and nobody is asked again', async (_, share, ask) => {
    await one.sync();
    await one.record('1');
    expect(await one.sync(share, ask)).toMatchObject({ isShared: true, pushed: [LOOP] });
    asked.length = 0;
    expect(await one.sync(false, answer('n'))).toMatchObject({ isShared: true });
    expect(asked).toEqual([]);
    expect(fetchSpecs()).toHaveLength(3);
  });

  it('an agent is not asked, and may not say so', async () => {
    const agent = { ...one.context, env: { ...one.context.env, CLAUDECODE: '1' } };
    const request = { directory: undefined, remote: 'origin' };
    expect(await sync({ ...request, share: false }, agent, answer('y'))).toMatchObject({ isShared: false });
    await expect(sync({ ...request, share: true }, agent, answer('y'))).rejects.toMatchObject({
      code: 'agent-may-not-share',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['without a person it says the command', undefined, 1, 'pawl sync --share'],
    ['a person who says no is told how to change it', false, 1, 'pawl sync --share'],
    ['a person who says yes has it set up', true, 3, undefined],
  ])('init: %s', async (_, share, specs, noted) => {
    const request = { ...INIT, ...shipped(), dryRun: false, share };
    const { notes } = await init(request, one.context);
    expect(fetchSpecs()).toHaveLength(specs);
    expect(notes.filter((note) => note.includes('pawl sync'))).toEqual(
      noted === undefined ? [] : [expect.stringContaining(noted)],
    );
  });
});

describe('init', () => {
  it('sets up sharing with a folder without a question, and in a dry run does not', async () => {
    const fresh = machine(root, 'fresh');
    const request = { ...INIT, ...shipped() };
    const specs = () => fresh.git('config', '--get-all', 'remote.origin.fetch').split('\n').length;
    await init({ ...request, dryRun: true }, fresh.context);
    expect(specs()).toBe(1);
    const { changes } = await init({ ...request, dryRun: false }, fresh.context);
    expect(changes).toContainEqual(expect.objectContaining({ path: 'remote.origin.fetch', action: 'updated' }));
    expect(specs()).toBe(3);
    const again = await init({ ...request, dryRun: false }, fresh.context);
    expect(again.changes.every(({ action }) => action === 'unchanged')).toBe(true);
  });
});
