import { performance } from 'node:perf_hooks';
import { NO_CACHE, openCache } from '@pawl/cache';
import { type Context, presentStandard, repositoryOf, type Standard } from '@pawl/checkpoint';
import { resolveConfig } from '@pawl/config';
import { openScratch, type Repository, type ScratchRepository } from '@pawl/git';
import { environmentOutside } from './judge/environment-outside.ts';
import type { Setting } from './judge/judge-task.ts';
import { digestOf, keptAnswers, type KeptAnswers } from './judge/kept-answers.ts';
import { judgeInPool } from './judge/pool.ts';
import { planReplay, type Replay } from './plan/plan-replay.ts';
import { BENCH_SCHEMA, type BenchReport } from './report/bench-report.ts';
import { type Done, summarise } from './report/summarise.ts';
import type { BenchNews, BenchRequest } from './request.ts';
import type { Judged, Task } from './task.ts';

/**
 * Asks the gate about a repository's past: each commit against its parent, and each security fix with its code put back. What decides is what a
 * lock made now would pin. Nothing is written into the repository: everything is read through a scratch one that borrows its objects.
 *
 * @throws BenchError, and what git, the configuration or a tool could not do.
 */
export async function bench(
  request: BenchRequest,
  context: Context,
  news: BenchNews,
  version: string,
): Promise<BenchReport> {
  const started = performance.now();
  const repository = await repositoryOf(context, request.directory);
  const replay = await planReplay(repository, request, context);
  const standard = await presentStandard(request.directory, context);
  const outside = repository.topLevel ?? repository.commonDir;
  const cache = await openCache({ env: context.env, outside, apart: 'bench' });
  const scratch = await openScratch(repository.commonDir, { env: context.env });
  try {
    const setting = { directory: scratch.dir, standard, tier: request.tier, cache: cache !== NO_CACHE };
    const kept = keptAnswers(cache, setting, version);
    const asked = { ...request, env: environmentOutside(context.env, outside) };
    const { done, reused } = await judgeAll(await tasksOf(replay, scratch), setting, kept, asked, news);
    const { time, ...figures } = summarise(done, replay, request.tier);
    const elapsed = Math.round(performance.now() - started);
    return {
      schema: BENCH_SCHEMA,
      audience: 'human',
      pawl: version,
      madeAt: context.now().toISOString(),
      tier: request.tier,
      standard: await toldStandard(standard, repository),
      history: historyOf(request, replay),
      ...figures,
      time: { ...time, elapsed, jobs: request.jobs, reused },
    };
  } finally {
    await Promise.all([scratch.remove(), cache.close()]);
  }
}

/** Fixes first: they are few, and what is seen of them is what one waits for. */
async function tasksOf({ ordinary, fixes }: Replay, scratch: ScratchRepository): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const { id: commit, parent, code } of fixes) {
    const putBack = await scratch.treeWith(commit, code.files, code.without);
    tasks.push({ kind: 'put-back', commit, base: commit, head: putBack });
    tasks.push({ kind: 'fix', commit, base: parent, head: commit });
  }
  return [
    ...tasks,
    ...ordinary.map(({ id, parent }) => ({ kind: 'ordinary', commit: id, base: parent, head: id }) as const),
  ];
}

interface Judging extends Pick<BenchRequest, 'jobs' | 'timeoutMs' | 'fresh'> {
  readonly env: Readonly<Record<string, string | undefined>>;
}

async function judgeAll(
  tasks: readonly Task[],
  setting: Setting,
  kept: KeptAnswers,
  { jobs, timeoutMs, fresh, env }: Judging,
  { onProgress, signal, worker = OWN_WORKER }: BenchNews,
): Promise<{ readonly done: readonly Done[]; readonly reused: number }> {
  const answers = new Map<Task, Judged>();
  const left: Task[] = [];
  for (const task of tasks) {
    const known = fresh ? undefined : await kept.recall(task);
    if (known === undefined) left.push(task);
    else answers.set(task, known);
  }
  const reused = answers.size;
  onProgress(reused, tasks.length, '');
  await judgeInPool(left, setting, { worker, env, jobs, timeoutMs, signal }, async (task, answer) => {
    await kept.keep(task, answer);
    answers.set(task, answer.judged);
    onProgress(answers.size, tasks.length, task.commit);
  });
  const done = tasks.flatMap((task) => {
    const judged = answers.get(task);
    return judged === undefined ? [] : [{ task, judged }];
  });
  return { done, reused };
}

const OWN_WORKER = new URL('./judge/bench-worker.js', import.meta.url);

async function toldStandard(standard: Standard, repository: Repository): Promise<BenchReport['standard']> {
  const { config, contracts } = standard;
  const isDefault = digestOf({ ...config, target: '' }) === digestOf({ ...resolveConfig(), target: '' });
  const from = repository.topLevel === undefined ? 'head' : 'work-tree';
  return {
    configuration: isDefault ? 'defaults' : from,
    contracts: contracts !== undefined,
    testsNotRun: config.securityTests.suites.length,
    digest: digestOf(standard),
  };
}

function historyOf(
  { commits, since, range }: BenchRequest,
  { tip, leftOut, olderFixes }: Replay,
): BenchReport['history'] {
  const asked = { commits: commits ?? null, since: since ?? null, range: range ?? null };
  return { ...asked, tip, leftOut: leftOut.map(({ id, why }) => ({ id, why })), olderFixes };
}
