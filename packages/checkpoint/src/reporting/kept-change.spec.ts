import { describe, expect, it } from 'vitest';
import type { Lock } from '@pawl/baseline';
import type { Cache } from '@pawl/cache';
import { keptChange } from './kept-change.ts';
import type { TreeChange } from './tree-state.ts';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const CHANGE: TreeChange = {
  ...{
    findings: { ...NONE, high: 1 },
    introduced: 1,
    resolved: 0,
    lost: 0,
    weakened: 0,
    defences: { gone: 0, come: 2 },
  },
  tests: { all: 0, of: { injection: 0, 'boundary conditions': 0, 'authentication paths': 0 } },
  ...{ before: ['a.js'], after: { suppressions: [], examined: ['a.js'], notExamined: [] }, without: [] },
};
const LOCK: Pick<Lock, 'configuration' | 'tools'> = { configuration: {}, tools: [] };
const ASKED = { lock: LOCK, from: '1', to: '2' };

function memory(): Cache & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    entries,
    get: (key) => Promise.resolve(entries.get(JSON.stringify(key))),
    put: (key, value) => Promise.resolve(void entries.set(JSON.stringify(key), JSON.parse(JSON.stringify(value)))),
    close: () => Promise.resolve(),
  };
}

async function timesMeasured(cache: Cache | undefined, change = CHANGE, asked = [ASKED, ASKED]): Promise<number> {
  let times = 0;
  for (const one of asked)
    expect(await keptChange(cache, one, () => Promise.resolve(((times += 1), change)))).toEqual(change);
  return times;
}

describe('when a change is measured twice', () => {
  it('is measured once where it may be kept', async () => {
    expect(await timesMeasured(memory())).toBe(1);
    expect(await timesMeasured(undefined)).toBe(2);
  });

  it('is another one with other tools', async () => {
    const tools = [{ name: 'semgrep', version: '1', rulesDigest: 'f', rules: [] }];
    expect(await timesMeasured(memory(), CHANGE, [ASKED, { ...ASKED, lock: { configuration: {}, tools } }])).toBe(2);
  });

  it('is not kept where a tool could not be asked', async () => {
    expect(await timesMeasured(memory(), { ...CHANGE, without: ['semgrep is not here'] })).toBe(2);
  });

  it.each([
    ['nothing', null],
    ['a part', { ...CHANGE, after: undefined }],
    ['another count', { ...CHANGE, introduced: '1' }],
    ['a severity less', { ...CHANGE, findings: { high: 1 } }],
    ['suppressions that are none', { ...CHANGE, after: { ...CHANGE.after, suppressions: [{}] } }],
  ])('is measured again where the cache holds %s', async (_, wrong) => {
    const cache = memory();
    await keptChange(cache, ASKED, () => Promise.resolve(CHANGE));
    for (const key of cache.entries.keys()) cache.entries.set(key, wrong);
    expect(await timesMeasured(cache, CHANGE, [ASKED])).toBe(1);
  });
});
