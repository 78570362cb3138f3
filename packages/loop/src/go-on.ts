import { isKnownAgent, status } from '@pawl/checkpoint';
import type { Begun } from './begin.ts';
import { endLeftOver } from './end-left-over.ts';
import { LoopError } from './loop-error.ts';
import { next, resumed, stillStopped } from './machine.ts';
import { commandsDigest, type Run } from './run-document.ts';
import { readWatched, tamperingWith } from './watched-refs.ts';
import { comeBack, type WorkPlace } from './work-place.ts';

/** Goes on with a run that was ended at some moment, and never locks. */
export async function goOn(before: Run, place: WorkPlace): Promise<Begun> {
  const { request, repository, context, ports } = place;
  requireSameCommands(before, place);
  await endLeftOver(before.child);
  await comeBack(place, before);
  const { lock, loop } = await status({ directory: undefined, target: undefined, audience: 'agent' }, context);
  if (lock === undefined)
    throw new LoopError('lock-gone', 'this loop was begun under a lock, and there is none', {
      next: 'pawl status; to begin another loop: pawl loop --new',
    });
  const { target } = lock.lock;
  const run: Run = { ...before, commands: commandsDigest(request), child: null };
  ports.tell({ event: 'resumed', loop: run.loop, iteration: run.state.iteration, max: request.max });
  const [stoppedBy] = loop?.latch ?? [];
  if (stoppedBy !== undefined) return { run: { ...run, case: stoppedBy }, step: stillStopped(run.state), target };
  if (run.state.phase === 'stopped') return afterStop(run, target, place);
  const tampering = await tamperingWith(repository, run.refs, target);
  if (tampering !== undefined)
    return { run, step: next(run.state, { kind: 'tampered' }, request.max), target, tampering };
  return { run, step: resumed(run.state, request.max), target };
}

function requireSameCommands({ commands, loop }: Run, { request }: WorkPlace): void {
  if (request.resume || commands === commandsDigest(request)) return;
  throw new LoopError('other-run', `a run with other commands is unfinished here, on ${loop}`, {
    next: 'add --resume to go on with it, or --new to forget it and begin another one',
  });
}

/** The case was released, or nobody could judge: either way a person has decided, or is about to by saying `--resume`. */
async function afterStop(run: Run, target: string, { request, repository, context }: WorkPlace): Promise<Begun> {
  if (isKnownAgent({ env: context.env, branch: undefined }))
    throw new LoopError('agent-may-not-resume', 'only a person lets a stopped loop go on', {
      next: 'ask the person who runs this loop',
    });
  if (run.case === null && !request.resume) return { run, step: stillStopped(run.state), target };
  const refs = await readWatched(repository, { target, loop: run.loop });
  return { run: { ...run, case: null, refs }, step: resumed(run.state, request.max), target };
}
