import { dataOf, pipelineOf } from '@pawl/verdict';
import { type Found, note, ok, unknown, weak } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { checkCounts } from './check-counts.ts';
import { checkHistory } from './check-history.ts';
import { checkPinned } from './check-pinned.ts';
import { checkTriggers, checkTrusted } from './check-triggers.ts';
import { judgingJobs } from './judging-jobs.ts';
import type { JudgingPipeline } from './judging-pipeline.ts';
import type { CiFacts, PipelineFile } from './pipeline-facts.ts';

const ADD = 'add a job that runs npx pawl check on every pull request, and require it';

/** Whether a pipeline judges what is to be merged, and whether its word counts. Where it is required is the forge's to say. */
export function checkCi({ files, target, hasRemote }: CiFacts): readonly Found[] {
  if (isUnread(files))
    return [unknown('ci-runs', `the pipelines cannot be read: ${files.unread}`, files.next ?? 'git fsck')];
  const read = files.is.map((file) => ({ file, pipeline: judgingPipeline(file) }));
  const judging = read.flatMap(({ pipeline }) => (typeof pipeline === 'object' ? [pipeline] : []));
  if (judging.length === 0)
    return [
      nobody(
        read.flatMap(({ file, pipeline }) => (pipeline === 'unreadable' ? [file.path] : [])),
        hasRemote,
      ),
    ];
  return judging.flatMap((pipeline) => [
    ok('ci-runs', `${pipeline.path} runs Pawl (${pipeline.jobs.map(({ id }) => id).join(', ')})`),
    checkCounts(pipeline),
    ...checkTriggers(pipeline, target),
    ...checkTrusted(pipeline),
    ...checkHistory(pipeline),
    checkPinned(pipeline),
  ]);
}

function nobody(unreadable: readonly string[], hasRemote: boolean): Found {
  const [first] = unreadable;
  if (first !== undefined)
    return unknown('ci-runs', `whether ${first} runs Pawl cannot be told: it cannot be read`, `look at ${first}`);
  if (!hasRemote)
    return note('ci-runs', 'there is no remote, and no pipeline runs Pawl: the hooks are all there is', ADD);
  return weak(
    'ci-runs',
    'no pipeline of HEAD runs Pawl: whoever passes over the hooks (--no-verify) is judged by nobody',
    ADD,
  );
}

function judgingPipeline({ path, text }: PipelineFile): JudgingPipeline | 'unreadable' | undefined {
  if (text === undefined) return 'unreadable';
  // Most pipelines are about something else, in whatever language.
  if (!/pawl/iu.test(text)) return undefined;
  const data = dataOf(path, text);
  if (data === undefined) return 'unreadable';
  const all = pipelineOf(data);
  const jobs = judgingJobs(all.jobs);
  if (jobs.length === 0) return undefined;
  const platform = /^\.(?:github|gitea|forgejo)\//u.test(path) ? 'github' : /gitlab/u.test(path) ? 'gitlab' : 'other';
  return { path, data, jobs, platform };
}
