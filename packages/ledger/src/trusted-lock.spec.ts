import { type Lock, readLock, writeInventory } from '@pawl/baseline';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadInventory, loadTool } from './load-lock.ts';
import { lockRef } from './lock-ref.ts';
import type { LockMemory, Memory } from './memory.ts';
import type { LedgerStore } from './ports.ts';
import { nextPlace, storeLock } from './store-lock.ts';
import { trustedLock } from './trusted-lock.ts';

/** Commits in memory: enough of git to see what the ledger makes of it. */
function fakeStore() {
  const refs = new Map<string, string>();
  const commits = new Map<string, Readonly<Record<string, string>>>();
  const store: LedgerStore = {
    commonDir: '/r/.git',
    readRef: async (ref) => refs.get(ref),
    listRefs: async (prefix) => new Map([...refs].filter(([ref]) => ref.startsWith(prefix))),
    readCommitFile: async (commit, path) => {
      const text = commits.get(commit)?.[path];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    writeCommit: async ({ files }) => {
      const id = `commit${commits.size + 1}`;
      commits.set(id, files);
      return id;
    },
    updateRef: async (ref, to, from) => {
      if (refs.get(ref) !== from) throw new Error('moved');
      refs.set(ref, to);
    },
  };
  return { store, refs, commits };
}

function fakeMemory(): LockMemory {
  let known: Memory = {};
  return {
    recall: async () => known,
    remember: async (target, sequence, commit) => {
      known = { ...known, [target]: { sequence, commit } };
    },
  };
}

const draft = (target: string) =>
  ({
    schema: 'pawl/lock@2',
    target,
    commit: 'c'.repeat(40),
    tree: 'd'.repeat(40),
    lockedAt: '2026-01-02T03:04:05.000Z',
    expires: null,
    decision: { kind: 'lock' },
    waivers: [],
    releases: [],
    configuration: {},
    gateFiles: {},
    tools: [
      {
        name: 'sarif:own',
        version: '1.2.3',
        rulesDigest: 'd',
        rules: [
          { name: 'p/default.yml', text: 'rules: []\n' },
          { name: 'empty', text: '' },
        ],
      },
    ],
    inventory: { findings: 0, suppressions: 0, weightedTotal: 0, examined: 0, notExamined: 0 },
  }) as const;
const inventory = {
  schema: 'pawl/inventory@1',
  findings: [],
  suppressions: [],
  coverage: { examined: [], notExamined: [] },
} as const;

let git: ReturnType<typeof fakeStore>;
let memory: LockMemory;
beforeEach(() => {
  git = fakeStore();
  memory = fakeMemory();
});

async function lockBranch(target: string): Promise<Lock> {
  const place = await nextPlace(git.store, memory, target);
  return (await storeLock(git.store, draft(target), inventory, place)).lock;
}

const ask = (over: { target?: string; branch?: string } = {}) =>
  trustedLock({ store: git.store, memory, target: over.target, branch: Promise.resolve(over.branch) });

describe('trustedLock', () => {
  it('has none where none was ever seen', async () => {
    expect(await ask()).toBeUndefined();
  });

  it('gives the only lock there is, and remembers it', async () => {
    await lockBranch('main');
    expect((await ask())?.lock).toMatchObject({ target: 'main', sequence: 1, previous: null });
    expect(await memory.recall()).toEqual({ main: { sequence: 1, commit: 'commit1' } });
  });

  it('links a second lock to the first', async () => {
    await lockBranch('main');
    const second = await lockBranch('main');
    expect(second).toMatchObject({ sequence: 2 });
    expect(second.previous).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('L14 a lock that was seen and is gone is an error, not "no lock"', async () => {
    await lockBranch('main');
    await ask();
    git.refs.clear();
    await expect(ask()).rejects.toMatchObject({ code: 'lock-missing' });
  });

  it('L03 an older lock is refused once a newer one was seen', async () => {
    await lockBranch('main');
    await lockBranch('main');
    await ask();
    git.refs.set(lockRef('main'), 'commit1');
    await expect(ask()).rejects.toMatchObject({ code: 'lock-rolled-back' });
  });

  it('L03 another lock of the same sequence is refused', async () => {
    await lockBranch('main');
    await ask();
    git.commits.set('forged', git.commits.get('commit1') ?? {});
    git.refs.set(lockRef('main'), 'forged');
    await expect(ask()).rejects.toMatchObject({ code: 'lock-rolled-back' });
  });

  it('L04 the lock of another branch under this name is refused', async () => {
    await lockBranch('main');
    git.refs.set(lockRef('next'), 'commit1');
    await expect(ask({ target: 'next' })).rejects.toMatchObject({ code: 'corrupt-lock' });
  });

  it.each(['', '{', '{}'])('a lock that cannot be read is an error: %j', async (text) => {
    await lockBranch('main');
    git.commits.set('commit1', { 'lock.json': text });
    await expect(ask()).rejects.toMatchObject({ code: 'corrupt-lock' });
  });

  it('asks which one is meant where several branches have a lock and none is checked out', async () => {
    await lockBranch('main');
    await lockBranch('next');
    await expect(ask({ branch: 'agent/x' })).rejects.toMatchObject({ code: 'ambiguous-target' });
    expect((await ask({ branch: 'next' }))?.lock.target).toBe('next');
    expect((await ask({ target: 'main' }))?.lock.target).toBe('main');
  });
});

describe('when a lock of another branch appears by itself', () => {
  it('the one that was seen stays the one that judges, even on that branch', async () => {
    await lockBranch('main');
    await ask();
    await lockBranch('agent/x');
    expect((await ask({ branch: 'agent/x' }))?.lock.target).toBe('main');
  });
});

describe('loadInventory', () => {
  it('gives what was found at lock time', async () => {
    await lockBranch('main');
    const stored = await ask();
    expect(stored && (await loadInventory(git.store, stored))).toEqual(inventory);
  });

  it('refuses an inventory that is not the one the lock was made with', async () => {
    await lockBranch('main');
    const stored = await ask();
    const other = writeInventory({ ...inventory, suppressions: [] }).replace('inventory@1', 'inventory@2');
    git.commits.set('commit1', { ...git.commits.get('commit1'), 'inventory.json': other });
    await expect(stored && loadInventory(git.store, stored)).rejects.toMatchObject({ code: 'corrupt-lock' });
  });
});

describe('loadTool', () => {
  const PACK = 'tools/sarif%3Aown/p/default.yml';

  it('gives a tool with the texts that were locked', async () => {
    await lockBranch('main');
    const stored = await ask();
    expect(stored && (await loadTool(git.store, stored, 'sarif:own'))).toEqual(draft('main').tools[0]);
  });

  it('has none where the lock does not name it', async () => {
    await lockBranch('main');
    const stored = await ask();
    expect(stored && (await loadTool(git.store, stored, 'bandit'))).toBeUndefined();
  });

  it.each([
    ['changed', { [PACK]: 'rules: [] \n' }],
    ['taken away', { [PACK]: undefined }],
  ])('refuses a lock whose rules were %s', async (_, files) => {
    await lockBranch('main');
    const stored = await ask();
    const kept = Object.entries({ ...git.commits.get('commit1'), ...files });
    git.commits.set(
      'commit1',
      Object.fromEntries(kept.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))),
    );
    await expect(stored && loadTool(git.store, stored, 'sarif:own')).rejects.toMatchObject({ code: 'corrupt-lock' });
  });
});

describe('storeLock', () => {
  it('mends a damaged lock by a new one that is newer than any seen', async () => {
    await lockBranch('main');
    await ask();
    git.commits.set('commit1', { 'lock.json': '{' });
    expect(await lockBranch('main')).toMatchObject({ sequence: 2, previous: null });
    expect((await ask())?.lock.sequence).toBe(2);
  });

  it('writes a lock that reads back as it was', async () => {
    const lock = await lockBranch('main');
    expect(readLock(git.commits.get('commit1')?.['lock.json'] ?? '')).toEqual(lock);
  });
});
