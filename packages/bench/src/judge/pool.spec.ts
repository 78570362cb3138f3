import { resolveConfig } from '@pawl/config';
import { describe, expect, it } from 'vitest';
import type { Judged, Task } from '../task.ts';
import { judgeInPool, type PoolOptions } from './pool.ts';

const SETTING = {
  directory: '/',
  standard: { config: resolveConfig(), tools: [], contracts: undefined },
  tier: 'fast',
  cache: false,
} as const;

describe('when tasks are shared out to processes', () => {
  it('each is judged once, whoever does it', async () => {
    const answers = await judged(['a', 'b', 'c', 'd', 'e'], { jobs: 2 });
    expect([...answers.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Set([...answers.values()].map(({ ms }) => ms)).size).toBeLessThanOrEqual(2);
  });

  it('a commit that ends its process could not be told, and the next one is judged', async () => {
    const answers = await judged(['a', 'dies', 'b'], { jobs: 1 });
    expect([...answers].map(([base, { state }]) => [base, state])).toEqual([
      ['a', 'clean'],
      ['dies', 'could-not-tell'],
      ['b', 'clean'],
    ]);
    expect(answers.get('dies')?.rules).toEqual([
      { kind: 'not-examined', outcome: 'inconclusive', rule: 'bench-worker-ended', tool: null },
    ]);
  });

  it('a commit that takes too long could not be told, and the next one is judged', async () => {
    const answers = await judged(['hangs', 'b'], { jobs: 1, timeoutMs: 2_000 });
    expect(answers.get('hangs')?.rules.map(({ rule }) => rule)).toEqual(['bench-timeout']);
    expect(answers.get('b')?.state).toBe('clean');
  });

  it('a process that has grown too large makes room for a new one', async () => {
    const answers = await judged(['grows', 'b', 'c'], { jobs: 1 });
    const [grown, next, last] = [...answers.values()].map(({ ms }) => ms);
    expect(next).not.toBe(grown);
    expect(last).toBe(next);
  });

  it('a process that does not start says why', async () => {
    const env = { ...process.env, NEVER_STARTS: '1' };
    await expect(judged(['a'], { jobs: 1, env })).rejects.toMatchObject({
      code: 'worker-failed',
      message: expect.stringContaining('no grammar is there') as string,
    });
  });

  it('who ends it keeps what was judged', async () => {
    const abort = new AbortController();
    const told: string[] = [];
    const run = pooled(['a', 'hangs', 'c'], { jobs: 1, signal: abort.signal }, ({ base }) => {
      told.push(base);
      setTimeout(() => abort.abort(), 50);
    });
    await expect(run).rejects.toMatchObject({ code: 'interrupted' });
    expect(told).toEqual(['a']);
  });
});

async function judged(bases: readonly string[], options: Partial<PoolOptions>): Promise<ReadonlyMap<string, Judged>> {
  const answers = new Map<string, Judged>();
  await pooled(bases, options, ({ base }, answer) => void answers.set(base, answer));
  return answers;
}

function pooled(
  bases: readonly string[],
  options: Partial<PoolOptions>,
  onJudged: (task: Task, judged: Judged) => void,
): Promise<void> {
  const tasks = bases.map((base): Task => ({ kind: 'ordinary', commit: base, base, head: base }));
  const worker = new URL('./worker.fixture.mjs', import.meta.url);
  const signal = new AbortController().signal;
  const all = { worker, env: process.env, jobs: 1, timeoutMs: 60_000, signal, ...options };
  return judgeInPool(tasks, SETTING, all, (task, answer) => Promise.resolve(onJudged(task, answer.judged)));
}
