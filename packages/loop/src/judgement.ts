import { check, type Checked, type CheckRequest, type Context } from '@pawl/checkpoint';
import { opensCase } from '@pawl/verdict';
import { brokenCriteria, type ExitCriterion, mayAccept } from './exit-criteria.ts';
import { isInterrupted } from './is-interrupted.ts';
import type { Run } from './run-document.ts';
import type { WorkPlace } from './work-place.ts';

export interface JudgedTree {
  readonly as: 'clean' | 'stopped' | 'unknown';
  readonly checked: Checked;
  /** For a person only. */
  readonly violated: readonly ExitCriterion[];
}

/** It is the agent's work that is judged, whoever started the loop. */
const QUESTION = {
  directory: undefined,
  base: undefined,
  target: undefined,
  only: undefined,
  audience: 'agent',
  cache: true,
  logs: [],
  baseLogs: [],
  identity: undefined,
  signAs: undefined,
} as const;

/** Judges what the tests were green for, against the lock, and records it as a checkpoint of the agent's loop. */
export async function judgeTree(run: Run, { request, context, ports }: WorkPlace): Promise<JudgedTree | 'interrupted'> {
  const { iteration } = run.state;
  ports.tell({ event: 'started', what: 'judgement', iteration });
  const began = context.now().getTime();
  const question = { ...QUESTION, head: treeOf(run), tier: request.tier, loop: run.loop } as const;
  const judged = check(question, context).then(async (checked) => ({
    as: judgedAs(checked),
    checked,
    violated: await violatedBy(checked, question, context),
  }));
  // The user may have gone by the time that this fails.
  judged.catch(() => undefined);
  const done = await Promise.race([judged, isInterrupted(ports.signal)]);
  if (done === 'interrupted') return done;
  const seconds = Math.max(0, Math.round((context.now().getTime() - began) / 1000));
  ports.tell({ event: 'judgement', iteration, result: done.as === 'unknown' ? 'could not tell' : done.as, seconds });
  return done;
}

/** Nothing is judged for a loop that a hook has stopped already; what its work violates is found out apart, for the person. */
async function violatedBy(
  { verdict, latch }: Checked,
  question: CheckRequest,
  context: Context,
): Promise<readonly ExitCriterion[]> {
  const broken = brokenCriteria(verdict);
  if (latch.length === 0) return broken;
  const compared = await check({ ...question, base: verdict.base, loop: undefined }, context);
  const found = brokenCriteria(compared.verdict);
  return found.length === 0 ? broken : found;
}

function judgedAs({ verdict, latch }: Checked): JudgedTree['as'] {
  if (latch.length > 0 || opensCase(verdict.reasons)) return 'stopped';
  return mayAccept(verdict) ? 'clean' : 'unknown';
}

/** Commits the very tree that was judged, on the loop's branch; nothing where the agent has committed it itself. Gives the commit. */
export async function accept(run: Run, { repository, branch, request }: WorkPlace): Promise<string> {
  const ref = `refs/heads/${run.loop}`;
  const tree = treeOf(run);
  const tip = await repository.resolveCommit(ref);
  if ((await repository.resolveTree(tip)) === tree) return tip;
  const { iteration } = run.state;
  const message = request.message ?? `Work of the loop, accepted at iteration ${iteration}`;
  const commit = await branch.commit({ tree, parents: [tip], message: `${message}\n` });
  // Before the branch moves: with the old index the next commit would undo this one.
  await branch.resetIndex(tree);
  await repository.updateRef(ref, commit, tip);
  return commit;
}

/** Puts stopped work on a branch of its own, so that the loop's branch holds only what was accepted. The files stay as they are. */
export async function setAside(
  number: string | undefined,
  run: Run,
  { repository, branch }: WorkPlace,
): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const name = `pawl/stopped/${number}`;
  const ref = `refs/heads/${name}`;
  const tree = treeOf(run);
  const there = await repository.readRef(ref);
  const parent = there ?? (await repository.resolveCommit(`refs/heads/${run.loop}`));
  if (there !== undefined && (await repository.resolveTree(there)) === tree) return name;
  const message = `Stopped at iteration ${run.state.iteration}, case ${number}\n`;
  await repository.updateRef(ref, await branch.commit({ tree, parents: [parent], message }), there);
  return name;
}

function treeOf({ tree }: Run): string {
  // A run in the phase `judge` has one: it comes from green tests alone.
  if (tree === null) throw new Error('nothing was tested, so there is nothing to judge');
  return tree;
}
