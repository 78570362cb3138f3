import { type Checked, status } from '@pawl/checkpoint';
import type { Begun } from './begin.ts';
import type { ExitCriterion } from './exit-criteria.ts';
import { accept, judgeTree, setAside } from './judgement.ts';
import { type CommandEnd, type LoopEvent, next } from './machine.ts';
import type { LoopEnd } from './request.ts';
import type { Run } from './run-document.ts';
import { runAgent, runTests } from './run-commands.ts';
import { type RunFiles, runFiles } from './run-files.ts';
import { readWatched, type Tampering, tamperingWith } from './watched-refs.ts';
import { comeBack, type WorkPlace } from './work-place.ts';

/** What happened, and what is known since; what a person will be told of it is kept apart from what decides. */
interface Happened {
  readonly event: LoopEvent;
  readonly run: Run;
  readonly about?: About;
}

interface About {
  readonly checked?: Checked;
  readonly violated?: readonly ExitCriterion[];
  readonly tampering?: Tampering | undefined;
  readonly aside?: string | undefined;
  readonly commit?: string;
  readonly why?: string;
}

/** Does one step after the other, and writes down each before it is done. */
export async function drive(begun: Begun, place: WorkPlace): Promise<LoopEnd> {
  const files = runFiles(place.repository, begun.run.loop);
  let { run, step } = begun;
  let about: About = begun.tampering === undefined ? {} : { tampering: begun.tampering, violated: ['gate-untouched'] };
  for (;;) {
    run = { ...run, state: step.state };
    await files.save(run);
    if (step.action === 'end') return endOf(run, about, step.status ?? 2, files);
    const happened = await act(step.action, run, about, { ...begun, place, files });
    run = happened.run;
    about = { ...about, ...happened.about };
    step = next(run.state, happened.event, place.request.max);
  }
}

interface Surroundings extends Pick<Begun, 'target'> {
  readonly place: WorkPlace;
  readonly files: RunFiles;
}

async function act(
  action: 'run-agent' | 'run-tests' | 'judge' | 'accept',
  run: Run,
  about: About,
  around: Surroundings,
): Promise<Happened> {
  const { place, files } = around;
  switch (action) {
    case 'run-agent': {
      const refs = await readWatched(place.repository, { target: around.target, loop: run.loop });
      const started = { ...run, refs, tree: null, case: null };
      return afterCommand('agent', started, await runAgent(started, place, files), around);
    }
    case 'run-tests':
      return afterCommand('tests', run, await runTests(run, place, files), around);
    case 'judge':
      return judge(run, around);
    case 'accept':
      return { event: { kind: 'accepted' }, run, about: { commit: await accept(run, place), ...about } };
  }
}

/** Whatever the command did to the branch, the lock and the base shows here, before anything is judged by them. */
async function afterCommand(
  kind: 'agent' | 'tests',
  before: Run,
  end: CommandEnd,
  { place, target }: Surroundings,
): Promise<Happened> {
  const run = { ...before, child: null };
  if (end.kind === 'interrupted') return { event: { kind, end }, run };
  await comeBack(place, run);
  const tampering = await tamperingWith(place.repository, run.refs, target);
  if (tampering !== undefined) return tamperedWith(tampering, run);
  if (kind === 'agent' && (await isLatched(place))) {
    // A hook has stopped what the agent committed: nothing is tested for it any more.
    const stopped = await judge({ ...run, tree: await place.snapshot() }, { place, target });
    if (stopped.event.kind === 'judged' && stopped.event.as === 'stopped') return stopped;
  }
  const why =
    end.kind === 'not-started'
      ? `the ${kind === 'agent' ? 'agent' : 'test'} command could not be run: ${end.why}`
      : undefined;
  const isGreen = kind === 'tests' && end.kind === 'ended' && end.status === 0;
  const tree = isGreen ? await place.snapshot() : null;
  return { event: { kind, end }, run: { ...run, tree }, ...(why !== undefined && { about: { why } }) };
}

async function isLatched({ context }: WorkPlace): Promise<boolean> {
  const { loop } = await status({ directory: undefined, target: undefined, audience: 'agent' }, context);
  return (loop?.latch ?? []).length > 0;
}

async function judge(run: Run, { place, target }: Pick<Surroundings, 'place' | 'target'>): Promise<Happened> {
  const judged = await judgeTree(run, place);
  if (judged === 'interrupted') return { event: { kind: 'interrupted' }, run };
  const { as, checked, violated } = judged;
  if (as !== 'stopped') {
    // What a command left behind unseen may have had its time until now.
    const tampering = await tamperingWith(place.repository, run.refs, target);
    if (tampering !== undefined) return tamperedWith(tampering, run);
    return { event: { kind: 'judged', as }, run, about: { checked } };
  }
  const aside = await setAside(checked.case, run, place);
  return {
    event: { kind: 'judged', as },
    run: { ...run, case: checked.case ?? null },
    about: { checked, violated, aside },
  };
}

function tamperedWith(tampering: Tampering, run: Run): Happened {
  return { event: { kind: 'tampered' }, run, about: { tampering, violated: ['gate-untouched'] } };
}

function endOf(run: Run, about: About, status: 0 | 1 | 2, files: RunFiles): LoopEnd {
  const { checked, tampering, violated = [], aside, commit, why } = about;
  const at = { loop: run.loop, iteration: run.state.iteration };
  const { phase } = run.state;
  if (phase === 'accepted' && commit !== undefined && checked !== undefined && run.tree !== null)
    return { ...at, kind: 'accepted', commit, tree: run.tree, checked };
  if (status === 1 && phase === 'stopped')
    return { ...at, kind: 'stopped', case: run.case ?? undefined, tampering, violated, checked, aside };
  if (status === 1 && phase === 'exhausted') return { ...at, kind: 'exhausted', testLog: files.testLog };
  if (why !== undefined || checked !== undefined)
    return { ...at, kind: 'could-not-tell', why: why ?? 'what the agent made could not be judged', checked };
  return { ...at, kind: 'interrupted' };
}
