import type { Cache } from '@pawl/cache';
import type { Standard } from '@pawl/checkpoint';
import { resolveConfig } from '@pawl/config';
import { describe, expect, it } from 'vitest';
import type { Judged, Task } from '../task.ts';
import { keptAnswers } from './kept-answers.ts';

const STANDARD: Standard = { config: resolveConfig(), tools: [], contracts: undefined };
const TASK: Task = { kind: 'ordinary', commit: 'c', base: 'a', head: 'c' };
const CLEAN: Judged = { state: 'clean', reasons: [], more: 0, rules: [], ms: 5, processorMs: 4 };

describe('when a run is made again', () => {
  it('what was judged is known', async () => {
    const cache = inMemory();
    const kept = keptAnswers(cache, { standard: STANDARD, tier: 'full' }, '1.0.0');
    await kept.keep(TASK, { judged: CLEAN, isLasting: true });
    expect(await kept.recall(TASK)).toEqual(CLEAN);
    expect(await kept.recall({ ...TASK, kind: 'fix' })).toEqual(CLEAN);
  });

  it.each<readonly [string, Standard, 'fast' | 'full', string, Task]>([
    ['another version of Pawl', STANDARD, 'full', '1.0.1', TASK],
    ['another tier', STANDARD, 'fast', '1.0.0', TASK],
    ['another configuration', { ...STANDARD, config: resolveConfig({ exclude: ['a'] }) }, 'full', '1.0.0', TASK],
    ['other contracts', { ...STANDARD, contracts: '{}' }, 'full', '1.0.0', TASK],
    ['another base', STANDARD, 'full', '1.0.0', { ...TASK, base: 'b' }],
    ['another head', STANDARD, 'full', '1.0.0', { ...TASK, head: 'd' }],
  ])('%s is another question', async (_, standard, tier, version, task) => {
    const cache = inMemory();
    await keptAnswers(cache, { standard: STANDARD, tier: 'full' }, '1.0.0').keep(TASK, {
      judged: CLEAN,
      isLasting: true,
    });
    expect(await keptAnswers(cache, { standard, tier }, version).recall(task)).toBeUndefined();
  });

  it('what would not come out the same another time is asked again', async () => {
    const kept = keptAnswers(inMemory(), { standard: STANDARD, tier: 'full' }, '1.0.0');
    await kept.keep(TASK, { judged: CLEAN, isLasting: false });
    expect(await kept.recall(TASK)).toBeUndefined();
  });

  it.each([
    null,
    'clean',
    {},
    { ...CLEAN, state: 'fine' },
    { ...CLEAN, ms: '5' },
    { ...CLEAN, reasons: [{}] },
    { ...CLEAN, rules: [{ kind: 'suppression', outcome: 'regression', rule: null, tool: null }] },
    { ...CLEAN, state: 'stopped' },
  ])('what is no answer is a miss: %j', async (value) => {
    const kept = keptAnswers(
      { ...inMemory(), get: () => Promise.resolve(value) },
      { standard: STANDARD, tier: 'full' },
      '1.0.0',
    );
    expect(await kept.recall(TASK)).toBeUndefined();
  });
});

function inMemory(): Cache {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(JSON.stringify(key))),
    put: (key, value) => Promise.resolve(void kept.set(JSON.stringify(key), value)),
    close: () => Promise.resolve(),
  };
}
