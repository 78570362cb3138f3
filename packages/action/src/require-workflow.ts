import type { Repository } from '@pawl/git';
import { ActionError } from './action-error.ts';
import type { GithubRun } from './github-run.ts';
import type { Law } from './law.ts';
import { objectAt } from './object-at.ts';
import type { Subject } from './subject.ts';
import type { TrustedTip } from './trusted-tips.ts';

export interface WorkflowQuery {
  readonly run: Pick<GithubRun, 'workflowRef' | 'workflowSha' | 'repository'>;
  readonly repository: Repository;
  readonly subject: Pick<Subject, 'head' | 'base' | 'loop'>;
  readonly law: Pick<Law, 'lock' | 'base'>;
  readonly tips: readonly TrustedTip[];
}

/**
 * Requires that the workflow which runs is the one that people accepted. On `push`, `pull_request` and `merge_group` GitHub takes it from the
 * pushed commit, so who is judged could have written its judge (C01). What a workflow of head leaves out cannot be seen from in here: a ruleset
 * has to require it.
 *
 * @throws ActionError `workflow-unknown`, `workflow-changed`
 */
export async function requireWorkflow(query: WorkflowQuery): Promise<void> {
  const { run, subject, tips, repository } = query;
  const named = /^([^/]+\/[^/]+)\/([^@]+)@(.+)$/u.exec(run.workflowRef);
  const [, home, file, ref] = named ?? [];
  if (home === undefined || file === undefined || ref === undefined)
    throw unknown('GITHUB_WORKFLOW_REF does not name it');
  // A required workflow of the organisation: no commit of this repository has it.
  if (home.toLowerCase() !== run.repository.toLowerCase()) return;
  if (!(await isHere(repository, run.workflowSha))) throw unknown(`its commit ${run.workflowSha} is not here`);
  if (await isOfTrustedBranch(ref, query)) return;
  const running = await whatRuns(repository, run.workflowSha, file);
  if (running === undefined) throw unknown(`${run.workflowSha} has no ${file}`);
  const accepted = [...tips.map(({ commit }) => commit), ...(await basesOf(query))];
  for (const commit of accepted) if ((await whatRuns(repository, commit, file)) === running) return;
  throw new ActionError('workflow-changed', `the workflow that runs is not the one of the protected branch: ${file}`, {
    next: `take it from there, git checkout origin/${tips[0]?.branch ?? subject.loop} -- ${file}; a change of it is for people to make, on the protected branch`,
  });
}

/** As on `pull_request_target`. A branch that is judged itself vouches for nothing. */
async function isOfTrustedBranch(ref: string, { run, repository, tips }: WorkflowQuery): Promise<boolean> {
  const tip = tips.find(({ branch }) => ref === `refs/heads/${branch}`);
  return tip !== undefined && repository.isAncestor(run.workflowSha, tip.commit);
}

/** Where the work started: a branch may be older than a workflow is. Never older than the lock, or an old workflow could be dug out. */
async function basesOf({ repository, subject, law: { lock, base }, tips }: WorkflowQuery): Promise<readonly string[]> {
  if (lock === undefined) return base === undefined ? [] : [base];
  const { commit: locked, target } = lock.lock;
  const tip = tips.find(({ branch }) => branch === target);
  const left = tip && (await repository.mergeBase(tip.commit, subject.head));
  if (left !== undefined && (await repository.isAncestor(locked, left))) return [left];
  // On the protected branch itself, what people had there before.
  const before = subject.loop === target && subject.base !== undefined ? [subject.base] : [];
  return [locked, ...(await isHereAll(repository, before))];
}

async function isHereAll(repository: Repository, ids: readonly string[]): Promise<readonly string[]> {
  const here: string[] = [];
  for (const id of ids) if (await isHere(repository, id)) here.push(id);
  return here;
}

async function isHere({ resolveCommit }: Repository, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{40,64}$/u.test(id)) return false;
  return resolveCommit(id).then(
    () => true,
    () => false,
  );
}

/** The workflow, and what of the repository itself it uses, by content; `undefined` where the commit has no such workflow. */
async function whatRuns(repository: Repository, commit: string, file: string): Promise<string | undefined> {
  const bytes =
    (await objectAt(repository, commit, file))?.kind === 'file'
      ? await repository.readCommitFile(commit, file)
      : undefined;
  if (bytes === undefined) return undefined;
  const text = bytes.toString('utf8');
  const used = [...text.matchAll(/\buses['"]?\s*:\s*['"]?\.\/([^\s'"#@]+)/gu)].map(([, path = '']) =>
    path.replace(/\/+$/u, ''),
  );
  const parts = await Promise.all(
    [file, ...new Set(used)].map(async (path) => `${path} ${(await objectAt(repository, commit, path))?.id ?? 'none'}`),
  );
  return parts.join('\n');
}

function unknown(why: string): ActionError {
  return new ActionError('workflow-unknown', `which workflow runs cannot be told: ${why}`, {
    next: 'run it on a runner that sets GITHUB_WORKFLOW_REF and GITHUB_WORKFLOW_SHA, and let this step fetch: fetch: auto',
  });
}
