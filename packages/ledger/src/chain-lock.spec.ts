import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { withChainLock } from './chain-lock.ts';
import { withLockFile } from './lock-file.ts';
import { thisProcess } from './lock-holder.ts';
import { folder } from './lock-store.fixture.ts';

const REF = 'refs/pawl/lock/main';
let commonDir: string;
beforeEach(async () => {
  commonDir = await folder();
});

const locks = () => readdir(join(commonDir, 'pawl', 'locks'));
const hold = <T>(work: () => Promise<T>) => withChainLock(commonDir, REF, work);

/** A lock of somebody else, last touched so many milliseconds ago. */
async function leave(holder: unknown, ageMs = 0): Promise<void> {
  const name = await hold(locks);
  const file = join(commonDir, 'pawl', 'locks', name[0] ?? '');
  await writeFile(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
  await touch(file, ageMs);
}

async function touch(file: string, ageMs: number): Promise<void> {
  const at = new Date(Date.now() - ageMs);
  await utimes(file, at, at);
}

/** Waits as long as it takes. */
const begins = (): Promise<boolean> => hold(async () => true);
const beginsSoon = (): Promise<boolean> => Promise.race([begins(), delay(700, false)]);

const endedPid = (): number => spawnSync(process.execPath, ['-e', '0']).pid;

describe('withChainLock', () => {
  it('lets one work at a time, and leaves nothing behind', async () => {
    let working = 0;
    let most = 0;
    const work = () =>
      hold(async () => {
        most = Math.max(most, ++working);
        await delay(1);
        working--;
      });
    await Promise.all(Array.from({ length: 30 }, work));
    expect({ most, left: await locks() }).toEqual({ most: 1, left: [] });
  });

  it('lets go of it where the work fails, and passes its error on', async () => {
    const failure = new Error('mine');
    await expect(hold(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(await locks()).toEqual([]);
  });

  it('keeps chains apart', async () => {
    expect(await hold(() => withChainLock(commonDir, 'refs/pawl/lock/next', async () => 'both'))).toBe('both');
  });

  it('says so where nothing can be written', async () => {
    await writeFile(join(commonDir, 'pawl'), 'in the way');
    await expect(hold(async () => 1)).rejects.toMatchObject({ code: 'store-unusable' });
  });
});

describe('when a lock was left behind', () => {
  it('takes it over from a process of this machine that has ended', async () => {
    await leave({ ...(await thisProcess()), pid: endedPid() });
    expect(await begins()).toBe(true);
    expect(await locks()).toEqual([]);
  });

  it('takes it over where another process has that number by now', async () => {
    await leave({ ...(await thisProcess()), started: '1' });
    expect(await begins()).toBe(true);
  });

  it('takes it over from another machine that has not touched it for a minute', async () => {
    await leave({ pid: 1, started: '1', host: `not ${hostname()}` }, 61_000);
    expect(await begins()).toBe(true);
  });

  it.each(['', '{"pid":', '{}', 'null', '{"pid":-1,"host":"x"}'])(
    'takes it over where who wrote it was killed at that, after ten seconds: %j',
    async (text) => {
      await leave(text, 11_000);
      expect(await begins()).toBe(true);
    },
  );

  it('lets one of many take it over', async () => {
    await leave({ ...(await thisProcess()), pid: endedPid() });
    let [working, most] = [0, 0];
    const work = () =>
      hold(async () => {
        most = Math.max(most, ++working);
        await delay(1);
        working--;
      });
    await Promise.all(Array.from({ length: 20 }, work));
    expect({ most, left: await locks() }).toEqual({ most: 1, left: [] });
  });
});

describe('when somebody holds the lock', () => {
  it.each([
    ['a process that lives', async () => thisProcess(), 3_600_000],
    ['another machine, touched lately', async () => ({ pid: 1, started: null, host: 'other' }), 50_000],
    ['who is just writing it', async () => '', 5_000],
  ])('waits for %s', async (_, holder, ageMs) => {
    await leave(await holder(), ageMs);
    expect(await beginsSoon()).toBe(false);
  });

  it('does not take away the lock of who took over meanwhile', async () => {
    const file = join(commonDir, 'x.lock');
    await withLockFile(file, () => writeFile(file, 'theirs'));
    expect(await readFile(file, 'utf8')).toBe('theirs');
  });
});

describe('when git was killed while it moved the ref', () => {
  const file = () => join(commonDir, `${REF}.lock`);

  it('removes what it left, so that the ref can be moved again', async () => {
    await mkdir(dirname(file()), { recursive: true });
    await writeFile(file(), '');
    await touch(file(), 11_000);
    expect(await hold(() => readdir(dirname(file())))).toEqual([]);
  });

  it('waits for a git that may live', async () => {
    await mkdir(dirname(file()), { recursive: true });
    await writeFile(file(), '');
    expect(await beginsSoon()).toBe(false);
    await touch(file(), 11_000);
  });
});
