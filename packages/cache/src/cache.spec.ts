import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cache, type Key, openCache } from './index.ts';

const KEY: Key = ['app.py', 'b10b', 'bandit', '1.8.0', 'd1ge57'];
const VALUE = { findings: [{ line: 3, message: 'eval\nü' }] };

let root: string;
let home: string;
let workTree: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pawl-cache-'));
  home = join(root, 'cache');
  workTree = join(root, 'repository');
  await mkdir(workTree);
});
afterEach(() => rm(root, { recursive: true, force: true }));

function opened(maxBytes?: number): Promise<Cache> {
  const env = { XDG_CACHE_HOME: home, HOME: root };
  return openCache({ env, outside: workTree, ...(maxBytes === undefined ? {} : { maxBytes }) });
}

async function entries(): Promise<string[]> {
  const found = await readdir(join(home, 'pawl', 'v1'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

async function onlyEntry(): Promise<string> {
  const [entry, ...others] = await entries();
  if (entry === undefined || others.length > 0) throw new Error('there is not exactly one entry');
  return entry;
}

describe('when a result is kept', () => {
  it('it is found again by whoever opens the cache', async () => {
    await (await opened()).put(KEY, VALUE);
    expect(await (await opened()).get(KEY)).toEqual(VALUE);
  });

  it.each(KEY.map((_, index) => index))('it is not found when part %i of its key differs', async (index) => {
    const cache = await opened();
    await cache.put(KEY, VALUE);
    expect(await cache.get(KEY.with(index, 'other'))).toBeUndefined();
  });

  it('parts that run together are another key', async () => {
    const cache = await opened();
    await cache.put(['a', 'b,c'], VALUE);
    expect(await cache.get(['a,b', 'c'])).toBeUndefined();
  });

  it('what is kept apart is not in the common one, and stays where that one is trimmed', async () => {
    const env = { XDG_CACHE_HOME: home, HOME: root };
    const apart = await openCache({ env, outside: workTree, apart: 'bench' });
    await apart.put(KEY, VALUE);
    const common = await opened(1);
    expect(await common.get(KEY)).toBeUndefined();
    for (let at = 0; at < 300; at += 1) await common.put([String(at)], 'x'.repeat(100));
    await common.close();
    expect((await entries()).length).toBeLessThan(300);
    expect(await apart.get(KEY)).toEqual(VALUE);
  });

  it('only this user can read it', async () => {
    await (await opened()).put(KEY, VALUE);
    const listing = execFileSync('ls', ['-ld', join(home, 'pawl', 'v1'), await onlyEntry()], { encoding: 'utf8' });
    expect(listing.split('\n').map((line) => line.slice(0, 10))).toEqual(['drwx------', '-rw-------', '']);
  });

  it('many at once of the same key leave one whole entry', async () => {
    const cache = await opened();
    await Promise.all(Array.from({ length: 30 }, () => cache.put(KEY, VALUE)));
    await onlyEntry();
    expect(await cache.get(KEY)).toEqual(VALUE);
  });
});

describe('when an entry is broken', () => {
  const damage: readonly (readonly [string, (entry: string) => Promise<void>])[] = [
    ['cut short', async (entry) => writeFile(entry, (await readFile(entry)).subarray(0, -4))],
    ['empty', (entry) => writeFile(entry, '')],
    ['changed in its value', async (entry) => writeFile(entry, (await readFile(entry, 'utf8')).replace(':3', ':4'))],
    ['changed in its key', async (entry) => writeFile(entry, (await readFile(entry, 'utf8')).replace('b10b', 'b10c'))],
    ['followed by more', async (entry) => writeFile(entry, `${await readFile(entry, 'utf8')}x\n`)],
    ['binary', (entry) => writeFile(entry, Buffer.from([0xff, 0xfe, 0, 10, 10, 10]))],
    ['a folder', async (entry) => void (await rm(entry), await mkdir(entry))],
    ['a pipe that nobody writes to', async (entry) => void (await rm(entry), execFileSync('mkfifo', [entry]))],
    [
      'a link to another file',
      async (entry) => {
        await writeFile(join(root, 'elsewhere'), await readFile(entry));
        await rm(entry);
        await symlink(join(root, 'elsewhere'), entry);
      },
    ],
  ];

  it.each(damage)('it is missed when it is %s', async (_, damageIt) => {
    const cache = await opened();
    await cache.put(KEY, VALUE);
    await damageIt(await onlyEntry());
    expect(await cache.get(KEY)).toBeUndefined();
  });

  it('it is mended by keeping the result again', async () => {
    const cache = await opened();
    await cache.put(KEY, VALUE);
    await writeFile(await onlyEntry(), 'broken');
    await cache.put(KEY, VALUE);
    expect(await cache.get(KEY)).toEqual(VALUE);
  });

  it('an entry under the name of another is missed', async () => {
    const cache = await opened();
    await cache.put(KEY, VALUE);
    const mine = await onlyEntry();
    await cache.put(['other'], { findings: [] });
    const other = (await entries()).find((entry) => entry !== mine) as string;
    await writeFile(mine, await readFile(other));
    expect(await cache.get(KEY)).toBeUndefined();
  });
});

describe('when the cache cannot be used', () => {
  it.each([
    ['lies in the judged repository', async () => void (home = join(workTree, '.cache'))],
    [
      'leads into the judged repository',
      async () => {
        await mkdir(home);
        await mkdir(join(workTree, 'forged'));
        await symlink(join(workTree, 'forged'), join(home, 'pawl'));
      },
    ],
    [
      'can be written by others',
      async () => {
        await mkdir(join(home, 'pawl', 'v1'), { recursive: true });
        await chmod(join(home, 'pawl', 'v1'), 0o777);
      },
    ],
    [
      'lies in one that others can write',
      async () => {
        await mkdir(join(home, 'pawl'), { recursive: true });
        await chmod(join(home, 'pawl'), 0o777);
      },
    ],
    ['is a file', async () => writeFile(home, '')],
  ])('it keeps nothing and never throws: the folder %s', async (_, arrange) => {
    await arrange();
    const cache = await opened();
    await cache.put(KEY, VALUE);
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.close();
  });

  it('it makes no folder in the judged repository', async () => {
    home = join(workTree, '.cache');
    await (await opened()).put(KEY, VALUE);
    expect(await readdir(workTree)).toEqual([]);
  });

  it('it does not throw when its folder goes away', async () => {
    const cache = await opened();
    await rm(home, { recursive: true });
    await writeFile(home, '');
    await cache.put(KEY, VALUE);
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.close();
  });

  it('it does not keep what JSON cannot hold', async () => {
    const cache = await opened();
    await cache.put(KEY, undefined);
    expect(await entries()).toEqual([]);
  });
});

describe('when the cache has grown too large', () => {
  it('what was used longest ago goes first', async () => {
    const cache = await opened(40 * 4096);
    const keys = Array.from({ length: 400 }, (_, index) => [`file ${index}`]);
    for (const key of keys) await cache.put(key, VALUE);
    const long = new Date('2020-01-01T00:00:00Z');
    for (const entry of await entries()) await utimes(entry, long, long);
    expect(await cache.get(['file 7'])).toEqual(VALUE);
    await cache.close();
    expect((await entries()).length).toBeLessThanOrEqual(40);
    expect(await cache.get(['file 7'])).toEqual(VALUE);
  });
});
