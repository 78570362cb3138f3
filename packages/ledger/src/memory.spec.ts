import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder } from './lock-store.fixture.ts';
import { openMemory, type Seen } from './memory.ts';
import { EMPTY_MEMORY } from './memory-document.ts';

let state: string;
beforeEach(async () => {
  state = await folder();
});

const ID = 'a'.repeat(32);
const memoryOf = (commonDir = '/r/.git') => openMemory(commonDir, { XDG_STATE_HOME: state });

const seen = (target: string, sequence: number, over: Partial<Seen> = {}): Seen => {
  return { repository: ID, target, sequence, commit: `c${sequence}`, isSigned: false, assurance: 'unsigned', ...over };
};
const mark = (sequence: number) => ({ sequence, commit: `c${sequence}`, isSigned: false });

describe('openMemory', () => {
  it('knows nothing at first, and writes nothing by asking', async () => {
    expect(await memoryOf().recall()).toEqual(EMPTY_MEMORY);
    expect(await readdir(state)).toEqual([]);
  });

  it('remembers the repository and the newest lock of each branch', async () => {
    for (const one of [seen('main', 1), seen('next', 5), seen('main', 2)]) await memoryOf().remember(one);
    expect(await memoryOf().recall()).toEqual({
      ...EMPTY_MEMORY,
      repository: ID,
      locks: new Map([
        ['main', mark(2)],
        ['next', mark(5)],
      ]),
    });
  });

  it('L03 never goes back to an older lock, nor to another one of the same sequence', async () => {
    await memoryOf().remember(seen('main', 2));
    await memoryOf().remember(seen('main', 1));
    await memoryOf().remember(seen('main', 2, { commit: 'other' }));
    expect((await memoryOf().recall()).locks.get('main')).toEqual(mark(2));
  });

  it('L04 keeps the first repository', async () => {
    await memoryOf().remember(seen('main', 1));
    await memoryOf().remember(seen('main', 2, { repository: 'b'.repeat(32) }));
    expect((await memoryOf().recall()).repository).toBe(ID);
  });

  it('keeps the highest assurance and the first signer, until a person says otherwise', async () => {
    await memoryOf().remember(seen('main', 1, { assurance: 'locked', signer: 'alice' }));
    await memoryOf().remember(seen('main', 2, { assurance: 'unsigned' }));
    await memoryOf().remember(seen('main', 3, { assurance: 'advisory', signer: 'mallory' }));
    expect(await memoryOf().recall()).toMatchObject({ assurance: 'locked', signers: ['alice'] });
    await memoryOf().settleFor('advisory');
    expect(await memoryOf().recall()).toMatchObject({ assurance: 'advisory', signers: ['alice'] });
  });

  it('keeps repositories apart', async () => {
    await memoryOf('/a/.git').remember(seen('main', 1));
    expect(await memoryOf('/b/.git').recall()).toEqual(EMPTY_MEMORY);
  });

  it('L03 loses no mark where many remember at once', async () => {
    const all = Array.from({ length: 40 }, (_, index) => seen(`b${index % 4}`, ((index * 7) % 40) + 1));
    await Promise.all(all.map((one) => memoryOf().remember(one)));
    const highest = ['b0', 'b1', 'b2', 'b3'].map((target) => {
      const sequences = all.filter((one) => one.target === target).map(({ sequence }) => sequence);
      return [target, mark(Math.max(...sequences))];
    });
    expect([...(await memoryOf().recall()).locks].sort()).toEqual(highest);
    expect(await readdir(join(state, 'pawl'))).toHaveLength(1);
  });

  it('can be read by its owner only', async () => {
    await memoryOf().remember(seen('main', 1));
    expect((await stat(memoryOf().place)).mode & 0o777).toBe(0o600);
    expect((await stat(join(state, 'pawl'))).mode & 0o777).toBe(0o700);
  });

  it('holds a branch with any name', async () => {
    for (const target of ['__proto__', 'constructor', 'a"b']) await memoryOf().remember(seen(target, 1));
    expect([...(await memoryOf().recall()).locks.keys()]).toEqual(['__proto__', 'constructor', 'a"b']);
  });
});

describe('when a record is there that an earlier version wrote', () => {
  const written = async (locks: unknown) => {
    await mkdir(join(state, 'pawl'));
    await writeFile(memoryOf().place, JSON.stringify({ schema: 'pawl/memory@1', repository: '/r/.git', locks }));
  };

  it('is read, and lifted by the next lock', async () => {
    await written({ main: { sequence: 3, commit: 'c3' } });
    expect(await memoryOf().recall()).toEqual({ ...EMPTY_MEMORY, locks: new Map([['main', mark(3)]]) });
    await memoryOf().remember(seen('main', 4));
    expect(JSON.parse(await readFile(memoryOf().place, 'utf8'))).toMatchObject({
      schema: 'pawl/memory@2',
      repository: ID,
      locks: { main: mark(4) },
    });
  });

  it('L03 keeps its marks', async () => {
    await written({ main: { sequence: 3, commit: 'c3' } });
    await memoryOf().remember(seen('main', 2));
    expect((await memoryOf().recall()).locks.get('main')).toEqual(mark(3));
  });

  it('is refused where it cannot be read', async () => {
    await written({ main: { sequence: '3', commit: 'c3' } });
    await expect(memoryOf().recall()).rejects.toMatchObject({ code: 'memory-unusable' });
  });
});

describe('when a record cannot be read', () => {
  const good = {
    schema: 'pawl/memory@2',
    folder: '/r',
    repository: ID,
    assurance: 'locked',
    signers: [],
    keyFiles: [],
  };

  it.each([
    '',
    '{',
    '{}',
    '[]',
    'null',
    '{"schema":"pawl/memory@3"}',
    JSON.stringify(good),
    JSON.stringify({ ...good, locks: [] }),
    JSON.stringify({ ...good, locks: { main: { sequence: 1, commit: 'c' } } }),
    JSON.stringify({ ...good, locks: { main: { sequence: 1e300, commit: 'c', isSigned: false } } }),
    JSON.stringify({ ...good, locks: {}, assurance: 'high' }),
    JSON.stringify({ ...good, locks: {}, repository: 'x' }),
    JSON.stringify({ ...good, locks: {}, signers: [1] }),
    JSON.stringify({ ...good, locks: {}, keyFiles: undefined }),
    JSON.stringify({ ...good, locks: {} }).replace('{', '{"assurance":"unsigned",'),
  ])('refuses it instead of forgetting: %s', async (text) => {
    await memoryOf().remember(seen('main', 1));
    await writeFile(memoryOf().place, text);
    await expect(memoryOf().recall()).rejects.toMatchObject({ code: 'memory-unusable' });
    await expect(memoryOf().remember(seen('main', 2))).rejects.toMatchObject({ code: 'memory-unusable' });
    expect(await readFile(memoryOf().place, 'utf8')).toBe(text);
  });

  it('says so where it cannot be written', async () => {
    await writeFile(join(state, 'pawl'), 'in the way');
    await expect(memoryOf().remember(seen('main', 1))).rejects.toMatchObject({ code: 'memory-unusable' });
  });
});
