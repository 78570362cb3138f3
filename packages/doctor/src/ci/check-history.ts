import { at, isMap, type Job, type Step } from '@pawl/verdict';
import { broken, type Found, ok, weak } from '../check-up.ts';
import { isAction, isJudging } from './judging-jobs.ts';
import type { JudgingPipeline } from './judging-pipeline.ts';

/** Whether the checkout holds what there is to compare with (G05): the history, and the lock. */
export function checkHistory(pipeline: JudgingPipeline): readonly Found[] {
  if (pipeline.platform === 'other') return [];
  const { path, jobs } = pipeline;
  if (jobs.every(({ steps }) => steps.filter(isJudging).every(isAction) && !steps.some(isCheckout)))
    return [ok('ci-history', `${path} lets Pawl’s action fetch the whole history`)];
  const depth = pipeline.platform === 'github' ? githubDepth(pipeline.jobs) : gitlabDepth(pipeline);
  const mend = pipeline.platform === 'github' ? 'fetch-depth: 0 with actions/checkout' : 'variables: GIT_DEPTH: "0"';
  if (depth === 'no-checkout')
    return [
      weak('ci-history', `${path} runs Pawl in a job that checks nothing out`, 'actions/checkout, with fetch-depth: 0'),
    ];
  if (depth !== 0)
    return [
      broken(
        'ci-history',
        `${path} fetches ${depth === 1 ? 'one commit' : `${depth} commits`} only, so there is no base to compare with`,
        mend,
      ),
    ];
  if (!isLockFetched(pipeline))
    return [
      weak(
        'ci-history',
        `${path} fetches no lock, and compares with no baseline unless --base names one`,
        "git fetch origin 'refs/pawl/lock/*:refs/pawl/lock/*' before it, or npx pawl sync",
      ),
    ];
  return [ok('ci-history', `${path} has the whole history`)];
}

function isCheckout({ uses }: Step): boolean {
  return /^actions\/checkout(?:@|$)/u.test(uses ?? '');
}

function githubDepth(jobs: readonly Job[]): number | 'no-checkout' {
  const checkouts = jobs.flatMap(({ steps }) => steps).filter(isCheckout);
  if (checkouts.length === 0) return 'no-checkout';
  // Nought is everything, and one checkout of everything is enough.
  return Math.min(...checkouts.map(({ options }) => numberOr(at(options, 'with', 'fetch-depth'), 1)));
}

/** GitLab fetches twenty commits where nobody says otherwise. */
function gitlabDepth({ data, jobs }: JudgingPipeline): number {
  const own = jobs.map(({ id }) => at(data, id, 'variables', 'GIT_DEPTH')).find((value) => value !== undefined);
  return numberOr(own ?? at(data, 'variables', 'GIT_DEPTH'), 20);
}

function numberOr(value: unknown, otherwise: number): number {
  const text = isMap(value) ? at(value, 'value') : value;
  const number = text === undefined ? otherwise : Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise;
}

function isLockFetched({ jobs }: JudgingPipeline): boolean {
  const lines = jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)).join('\n');
  return (
    /refs\/pawl\/(?:lock\/)?\*|\bpawl(?:@\S+)?\s+sync\b|--base[ =]/u.test(lines) ||
    jobs.some(({ steps }) => steps.some(({ uses }) => /pawl/iu.test(uses ?? '')))
  );
}
