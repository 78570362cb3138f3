import { at, isMap, textsOf, triggersOf } from '@pawl/verdict';
import { broken, type Found, ok, weak } from '../check-up.ts';
import { globMatches } from './glob-matches.ts';
import { isAction, isJudging } from './judging-jobs.ts';
import type { JudgingPipeline } from './judging-pipeline.ts';

/** Whether it starts for what is to be merged into the protected branch. Other platforms say it in ways of their own. */
export function checkTriggers({ path, data, platform }: JudgingPipeline, target: string): readonly Found[] {
  if (platform !== 'github') return [];
  const on = triggersOf(data);
  const mend = 'start it on pull_request, without paths and types';
  const forMerges = ['pull_request', 'pull_request_target', 'merge_group'].filter((event) => on.has(event));
  const called = on.has('workflow_call') && forMerges.length === 0;
  if (called) return [ok('ci-triggers', `${path} is called by other workflows; those say when`)];
  if (forMerges.length === 0)
    return [
      on.has('push')
        ? weak(
            'ci-triggers',
            `${path} starts on a push, and judges no pull request from a fork or a merge that is to come`,
            mend,
          )
        : weak(
            'ci-triggers',
            `${path} starts on ${[...on.keys()].join(', ') || 'nothing'}, and not for what is to be merged`,
            mend,
          ),
    ];
  const narrowed = forMerges.map((event) => narrowing(on.get(event), target)).find((why) => why !== undefined);
  if (narrowed !== undefined)
    return [weak('ci-triggers', `${path} ${narrowed}, so that what it leaves out is judged by nobody`, mend)];
  return [ok('ci-triggers', `${path} starts for every change that is to be merged into ${target}`)];
}

function narrowing(trigger: unknown, target: string): string | undefined {
  if (!isMap(trigger)) return undefined;
  if (at(trigger, 'paths') !== undefined || at(trigger, 'paths-ignore') !== undefined)
    return 'starts for some paths only';
  const [branches, ignored, types] = ['branches', 'branches-ignore', 'types'].map((key) => textsOf(at(trigger, key)));
  if (branches && branches.length > 0 && !branches.some((glob) => globMatches(glob, target)))
    return `does not start for ${target}`;
  if (ignored?.some((glob) => globMatches(glob, target))) return `leaves ${target} out`;
  const owed = ['opened', 'synchronize'].find((type) => types && types.length > 0 && !types.includes(type));
  return owed === undefined
    ? undefined
    : `does not start when a pull request is ${owed === 'opened' ? 'opened' : 'pushed to'}`;
}

/** Whether the judge is the protected branch's, and runs nothing of the pull request next to secrets (C12). */
export function checkTrusted({ path, data, jobs, platform }: JudgingPipeline): readonly Found[] {
  if (platform !== 'github') return [];
  const isTarget = triggersOf(data).has('pull_request_target');
  const checksOutHead = jobs.some(({ steps }) =>
    steps.some(({ options }) => /pull_request\.head|github\.head_ref|refs\/pull\//u.test(JSON.stringify(options))),
  );
  if (isTarget && checksOutHead)
    return [
      broken(
        'ci-trusted',
        `${path} checks code of a pull request out with the secrets of the repository (pull_request_target)`,
        'start it on pull_request',
      ),
    ];
  if (isTarget && jobs.every(({ steps }) => steps.filter(isJudging).every(isAction)))
    return [ok('ci-trusted', `${path} is the default branch’s own, and lays nothing of a pull request out`)];
  if (isTarget)
    return [
      weak(
        'ci-trusted',
        `${path} starts on pull_request_target, so what it judges is the base and not the change`,
        'use the action of Pawl, which reads the change as git objects, or start it on pull_request',
      ),
    ];
  const all = [at(data, 'permissions'), ...jobs.map(({ permissions }) => permissions)];
  if (all.includes('write-all'))
    return [weak('ci-trusted', `${path} may write everything (write-all)`, 'permissions: contents: read')];
  return [ok('ci-trusted', `${path} runs without the secrets of the repository`)];
}
