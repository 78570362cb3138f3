import { digest, readLock, writeInventory, writeLock } from '@pawl/baseline';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadInventory, loadTool } from './load-lock.ts';
import { draftOf, INVENTORY, lockOf, type Machine, machine, NOW } from './lock-store.fixture.ts';
import { lockRef } from './lock-ref.ts';

let here: Machine;
beforeEach(async () => {
  here = await machine();
});

/** The first lock as it would be with other contents, under the same ref. */
function rewrite(change: (text: string) => string): void {
  here.git.tamper('commit1', { 'lock.json': change(here.git.commits.get('commit1')?.files['lock.json'] ?? '') });
}

describe('trustedLock', () => {
  it('has none where none was ever seen', async () => {
    expect(await here.ask()).toBeUndefined();
  });

  it('gives the only lock there is, and remembers it', async () => {
    await here.lock();
    const there = await here.elsewhere();
    const stored = await there.ask();
    expect(stored).toMatchObject({ assurance: 'unsigned', lock: { target: 'main', sequence: 1, previous: null } });
    expect(await there.trust.memory.recall()).toEqual({
      repository: stored?.lock.repository,
      assurance: 'unsigned',
      signers: [],
      keyFiles: [],
      locks: new Map([['main', { sequence: 1, commit: 'commit1', isSigned: false }]]),
    });
  });

  it('links a second lock to the first', async () => {
    const first = await here.lock();
    const second = await here.lock();
    expect(second.lock).toMatchObject({ sequence: 2, repository: first.lock.repository });
    expect(second.lock.previous).toBe(digest(writeLock(first.lock)));
    expect((await (await here.elsewhere()).ask())?.lock).toEqual(second.lock);
  });

  it('L14 a lock that was seen and is gone is an error, not "no lock"', async () => {
    await here.lock();
    here.git.refs.clear();
    await expect(here.ask()).rejects.toMatchObject({ code: 'lock-missing' });
  });

  it('L03 an older lock is refused once a newer one was seen', async () => {
    await here.lock();
    await here.lock();
    here.git.refs.set(lockRef('main'), 'commit1');
    await expect(here.ask()).rejects.toMatchObject({ code: 'lock-rolled-back' });
  });

  it('L03 another lock of the same sequence is refused', async () => {
    await here.lock();
    here.git.tamper('forged', here.git.commits.get('commit1')?.files ?? {});
    here.git.refs.set(lockRef('main'), 'forged');
    await expect(here.ask()).rejects.toMatchObject({ code: 'lock-rolled-back' });
  });

  it('L04 the lock of another branch under this name is refused', async () => {
    await here.lock();
    here.git.refs.set(lockRef('next'), 'commit1');
    await expect(here.ask({ target: 'next' })).rejects.toMatchObject({ code: 'wrong-target' });
  });

  it('L04 the lock of another repository is refused', async () => {
    const other = await machine();
    await other.lock();
    await other.lock();
    await here.lock();
    for (const [id, { files, parents }] of other.git.commits)
      here.git.tamper(
        `other-${id}`,
        files,
        parents.map((parent) => `other-${parent}`),
      );
    here.git.refs.set(lockRef('main'), 'other-commit2');
    await expect(here.ask()).rejects.toMatchObject({ code: 'wrong-repository' });
  });

  it.each([
    ['', 'corrupt-lock'],
    ['{', 'corrupt-lock'],
    ['{}\n', 'missing-field'],
    ['{"schema":"pawl/lock@1"}\n', 'unknown-schema'],
    ['{"schema":"pawl/lock@2"}\n', 'missing-field'],
  ])('a lock that cannot be read is an error: %j', async (text, code) => {
    await here.lock();
    rewrite(() => text);
    await expect(here.ask()).rejects.toMatchObject({ code });
  });

  it.each([
    ['a field that nobody knows', 'extra-field', (text: string) => text.replace('{', '{"accepted":true,')],
    ['a missing field', 'missing-field', (text: string) => text.replace('"expires":null,', '')],
    ['the same key twice', 'corrupt-lock', (text: string) => text.replace('{', '{"commit":"x",')],
    [
      'another order',
      'corrupt-lock',
      (text: string) => text.replace(/^\{("commit":"c+",)(.*),"waivers":\[\]/u, '{$2,$1"waivers":[]'),
    ],
    ['a space', 'corrupt-lock', (text: string) => text.replace(':', ': ')],
    ['a byte order mark', 'corrupt-lock', (text: string) => `\ufeff${text}`],
    ['a second document', 'corrupt-lock', (text: string) => text + text],
  ])('a lock with %s is refused', async (_, code, change) => {
    await here.lock();
    const before = here.git.commits.get('commit1')?.files['lock.json'];
    rewrite(change);
    expect(here.git.commits.get('commit1')?.files['lock.json']).not.toBe(before);
    await expect(here.ask()).rejects.toMatchObject({ code });
  });

  it('asks which one is meant where several branches have a lock and none is checked out', async () => {
    await here.lock('main');
    await here.lock('next');
    await expect(here.ask({ branch: 'agent/x' })).rejects.toMatchObject({ code: 'ambiguous-target' });
    expect((await here.ask({ branch: 'next' }))?.lock.target).toBe('next');
    expect((await here.ask({ target: 'main' }))?.lock.target).toBe('main');
  });

  it('knows of no lock of a branch that is called like what every object has', async () => {
    await here.lock();
    expect(await here.ask({ target: 'constructor' })).toBeUndefined();
  });
});

describe('when a lock does not follow the one before it', () => {
  beforeEach(async () => {
    await here.lock();
    await here.lock();
  });

  const expectBroken = async () =>
    expect((await here.elsewhere()).ask()).rejects.toMatchObject({ code: 'broken-link' });

  it('refuses it where the one before was changed', async () => {
    rewrite((text) => text.replace('"findings":0', '"findings":9'));
    await expectBroken();
  });

  it('refuses it where the one before cannot be read', async () => {
    rewrite(() => '{');
    await expectBroken();
  });

  it('refuses it where the one before is gone', async () => {
    here.git.commits.delete('commit1');
    await expectBroken();
  });

  it('refuses it where it hangs on another commit', async () => {
    here.git.tamper('commit2', {}, []);
    await expectBroken();
  });

  it.each([
    ['sequence', { sequence: 3 }],
    ['sequence', { sequence: 1 }],
    ['repository', { repository: '0'.repeat(32) }],
  ])('refuses it where the one before is of another %s', async (_, over) => {
    const text = writeLock({ ...lockOf(here.git, 'commit2'), ...over });
    here.git.tamper('commit2', { 'lock.json': text });
    await expectBroken();
  });

  it('refuses it where the one before is of another branch', async () => {
    const text = writeLock({ ...lockOf(here.git, 'commit2'), target: 'next' });
    here.git.tamper('commit2', { 'lock.json': text });
    here.git.refs.set(lockRef('next'), 'commit2');
    const there = await here.elsewhere();
    await expect(there.ask({ target: 'next' })).rejects.toMatchObject({ code: 'broken-link' });
  });

  it('does not look again at a commit that was seen', async () => {
    here.git.commits.delete('commit1');
    expect((await here.ask())?.lock.sequence).toBe(2);
  });
});

describe('when a lock expires', () => {
  it.each([
    ['a second before', new Date(NOW.getTime() + 1000)],
    ['a year before', new Date(NOW.getTime() + 365 * 86_400_000)],
  ])('judges %s', async (_, expires) => {
    await here.lock('main', { expires: expires.toISOString() });
    expect((await here.ask())?.lock.sequence).toBe(1);
  });

  it.each([
    ['at that instant', NOW],
    ['a second after', new Date(NOW.getTime() - 1000)],
    ['ten years after', new Date(NOW.getTime() - 3650 * 86_400_000)],
  ])('L11 judges nothing %s', async (_, expires) => {
    await here.lock('main', { expires: expires.toISOString() });
    await expect(here.ask()).rejects.toMatchObject({ code: 'lock-expired' });
  });

  it('L11 judges nothing where the instant is none', async () => {
    await here.lock('main', { expires: '2026-99-99T99:99:99Z' });
    await expect(here.ask()).rejects.toMatchObject({ code: 'lock-expired' });
  });

  it('L03 the one before it does not count again', async () => {
    await here.lock();
    await here.lock('main', { expires: '2026-01-03T00:00:00Z' });
    const there = await here.elsewhere();
    await expect(there.ask()).rejects.toMatchObject({ code: 'lock-expired' });
    here.git.refs.set(lockRef('main'), 'commit1');
    await expect(there.ask()).rejects.toMatchObject({ code: 'lock-rolled-back' });
  });

  it('a person may lock again, and the chain goes on', async () => {
    await here.lock('main', { expires: '2026-01-03T00:00:00Z' });
    expect((await here.lock()).lock).toMatchObject({ sequence: 2, previous: expect.any(String) });
    expect((await here.ask())?.lock.sequence).toBe(2);
  });
});

describe('A08 when a lock was made later than it is now', () => {
  const HOUR = 3_600_000;

  it.each([
    ['a second', 1000],
    ['an hour', HOUR],
  ])('judges where clocks are %s apart', async (_, ahead) => {
    await here.lock('main', { lockedAt: new Date(NOW.getTime() + ahead).toISOString() });
    expect((await here.ask())?.lock.sequence).toBe(1);
  });

  it.each([
    ['an hour and a second', HOUR + 1000],
    ['ten years', 3650 * 24 * HOUR],
  ])('judges nothing where the clock is %s behind', async (_, ahead) => {
    await here.lock('main', { lockedAt: new Date(NOW.getTime() + ahead).toISOString() });
    await expect(here.ask()).rejects.toMatchObject({ code: 'clock-behind' });
  });
});

describe('when a lock of another branch appears by itself', () => {
  it('the one that was seen stays the one that judges, even on that branch', async () => {
    await here.lock('main');
    const agent = await here.elsewhere();
    const { trust } = here;
    await agent.lock('agent/x');
    expect((await here.ask({ branch: 'agent/x' }))?.lock.target).toBe('main');
    expect([...(await trust.memory.recall()).locks.keys()]).toEqual(['main']);
  });
});

describe('loadInventory', () => {
  it('gives what was found at lock time', async () => {
    expect(await loadInventory(here.git.store, await here.lock())).toEqual(INVENTORY);
  });

  it('refuses an inventory that is not the one the lock was made with', async () => {
    const stored = await here.lock();
    const other = writeInventory(INVENTORY).replace('inventory@1', 'inventory@2');
    here.git.tamper('commit1', { 'inventory.json': other });
    await expect(loadInventory(here.git.store, stored)).rejects.toMatchObject({ code: 'corrupt-lock' });
  });
});

describe('loadTool', () => {
  const PACK = 'tools/sarif%3Aown/p/default.yml';

  it('gives a tool with the texts that were locked', async () => {
    expect(await loadTool(here.git.store, await here.lock(), 'sarif:own')).toEqual(draftOf('main').tools[0]);
  });

  it('has none where the lock does not name it', async () => {
    expect(await loadTool(here.git.store, await here.lock(), 'bandit')).toBeUndefined();
  });

  it.each([
    ['changed', { [PACK]: 'rules: [] \n' }],
    ['taken away', { [PACK]: undefined }],
  ])('refuses a lock whose rules were %s', async (_, files) => {
    const stored = await here.lock();
    here.git.tamper('commit1', files);
    await expect(loadTool(here.git.store, stored, 'sarif:own')).rejects.toMatchObject({ code: 'corrupt-lock' });
  });
});

describe('storeLock', () => {
  it('writes a lock that reads back as it was', async () => {
    const { lock } = await here.lock();
    expect(readLock(here.git.commits.get('commit1')?.files['lock.json'] ?? '')).toEqual(lock);
  });

  it('keeps its memory from everybody else', async () => {
    await here.lock();
    expect(await readFile(here.trust.memory.place, 'utf8')).toContain('"pawl/memory@2"');
  });
});
