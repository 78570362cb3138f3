import { lock, status } from '@pawl/checkpoint';
import type { Begun } from './begin.ts';
import { LoopError } from './loop-error.ts';
import { BEGINNING, resumed, stillStopped } from './machine.ts';
import { commandsDigest, type Run } from './run-document.ts';
import { readWatched } from './watched-refs.ts';
import type { WorkPlace } from './work-place.ts';

/** Everything that may fail fails before the agent runs: it is the agent that costs. */
export async function beginAnew(place: WorkPlace): Promise<Begun> {
  const { request, ports, repository, branch, context } = place;
  await branch.requireIdentity();
  const before = await status({ directory: undefined, target: undefined, audience: 'agent' }, context);
  const { head } = before;
  if (before.branch === undefined || head === undefined)
    throw new LoopError('no-branch', 'no branch with a commit is checked out', { next: 'git switch main' });
  await requireClean(place, head);
  const target = before.lock?.lock.target ?? (await lockFirst(place));
  const loop = await takeBranch({ current: before.branch, target, head }, place);
  // The branch may have been a loop before, and be stopped.
  const [stoppedBy] =
    (await status({ directory: undefined, target: undefined, audience: 'agent' }, context)).loop?.latch ?? [];
  const run: Run = {
    schema: 'pawl/run@1',
    loop,
    gitDir: repository.gitDir,
    commands: commandsDigest(request),
    state: stoppedBy === undefined ? BEGINNING : { ...BEGINNING, iteration: 0 },
    tree: null,
    case: stoppedBy ?? null,
    refs: await readWatched(repository, { target, loop }),
    child: null,
  };
  ports.tell({ event: 'begun', loop, iteration: 1, max: request.max });
  const step = stoppedBy === undefined ? resumed(run.state, request.max) : stillStopped(run.state);
  return { run, step, target };
}

/** What lies there would be taken for the agent's work. */
async function requireClean({ repository, snapshot }: WorkPlace, head: string): Promise<void> {
  if ((await snapshot()) === (await repository.resolveTree(head))) return;
  throw new LoopError(
    'dirty-work-tree',
    'there are changes that are not committed: a loop would take them for the agent’s',
    {
      next: 'git stash --include-untracked, or commit them',
    },
  );
}

/** Only where there is no lock and none was ever seen, and before the agent runs. Gives the protected branch. */
async function lockFirst({ context, ports }: WorkPlace): Promise<string> {
  const request = { directory: undefined, target: undefined, cache: true, logs: [], signWith: undefined };
  const { stored } = await lock(request, context, ports.locking, undefined);
  ports.tell({ event: 'locked', target: stored.lock.target, commit: stored.lock.commit });
  return stored.lock.target;
}

interface Standing {
  readonly current: string;
  readonly target: string;
  readonly head: string;
}

/** An agent does not work on the protected branch: there it would get a new one, at the same commit. */
async function takeBranch(
  { current, target, head }: Standing,
  { request, repository, branch }: WorkPlace,
): Promise<string> {
  const wanted = request.branch ?? (current === target ? await freeName(repository) : current);
  if (wanted === current) return current;
  await repository.updateRef(`refs/heads/${wanted}`, head, undefined);
  await branch.standOn(wanted);
  return wanted;
}

async function freeName({ listRefs }: WorkPlace['repository']): Promise<string> {
  const taken = await listRefs('refs/heads/');
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'agent/loop' : `agent/loop-${count}`;
    if (!taken.has(`refs/heads/${name}`)) return name;
  }
}
