import { strengthOfCheck } from '@pawl/verdict';
import { broken, type Found, ok, weak } from '../check-up.ts';
import { onlyJudging } from './judging-jobs.ts';
import type { JudgingPipeline } from './judging-pipeline.ts';

/** Whether anything comes of it when Pawl stops (C11). A condition on the pull request itself leaves nothing out. */
export function checkCounts({ path, jobs }: JudgingPipeline): Found {
  const judging = onlyJudging(jobs);
  const strength = Math.max(...judging.map((job) => strengthOfCheck('pawl', { jobs: [job], rest: {} })));
  if (strength <= 1)
    return broken(
      'ci-counts',
      `${path}: a stop does not fail the pipeline`,
      'take continue-on-error, allow_failure, || true and the like away from the step that runs Pawl',
    );
  const conditions = judging.flatMap(({ condition, steps }) => [condition, ...steps.map((step) => step.condition)]);
  const narrow = conditions.find((condition) => condition !== '' && !ABOUT_MERGES.test(condition));
  if (strength === 2 && narrow !== undefined)
    return weak(
      'ci-counts',
      `${path}: Pawl runs on a condition only (${narrow.slice(0, 60)}); a job that is left out counts as passed`,
      'take the condition away, or let it leave out no pull request',
    );
  return ok('ci-counts', `${path}: a stop fails the pipeline`);
}

const ABOUT_MERGES = /pull_request|merge_request|merge_group/u;
