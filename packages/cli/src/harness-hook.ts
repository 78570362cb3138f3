import {
  answer,
  type HarnessEvent,
  type HarnessId,
  HARNESSES,
  type HookAnswer,
  type Outcome,
  readEvent,
  taskOf,
  timeLimitOf,
} from '@pawl/harness';
import { faultOutcome, latchOutcome } from './harness-outcome.ts';
import type { Io } from './io.ts';

export interface HarnessMeans extends Pick<Io, 'context'> {
  /** Everything on standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** The cases that keep the loop of the first locked one of these folders stopped. */
  readonly latch: (folders: readonly string[]) => Promise<readonly string[]>;
  /** Judges the work tree of the same, where it holds nothing up: an engine at work would keep the clock here from being looked at. */
  readonly judge: (folders: readonly string[]) => Promise<Outcome>;
  /** Milliseconds since the harness started this process, about. */
  readonly elapsed: () => number;
}

/** How long a harness may take to hand over an event, in milliseconds: it is written before the process starts. */
const PATIENCE = 5_000;

/**
 * Answers one event of a harness, always and in time: a harness that waits in vain goes on as if there were no hook. What
 * Pawl's own exit status would say is in the answer, because each harness has a meaning of its own for a status.
 */
export async function harnessHook(
  harness: HarnessId,
  name: string | undefined,
  means: HarnessMeans,
): Promise<HookAnswer> {
  const input = await within(PATIENCE, means.input()).catch(() => undefined);
  const event = readEvent(harness, input ?? '', name);
  if (event.kind === 'malformed') return answer(event, { outcome: 'clean' });
  const left = limitOf(event, means) - means.elapsed();
  const outcome = await within(left, outcomeOf(event, means)).catch(faultOutcome);
  return answer(event, outcome ?? { outcome: 'timed-out' });
}

function limitOf(event: HarnessEvent, { context: { env } }: HarnessMeans): number {
  const lowered = Number(env['PAWL_HARNESS_SECONDS'] || Number.NaN) * 1000;
  // It can only stop earlier, so nobody gains by setting it.
  return lowered >= 0 ? Math.min(lowered, timeLimitOf(event)) : timeLimitOf(event);
}

async function outcomeOf(event: HarnessEvent, { context, latch, judge }: HarnessMeans): Promise<Outcome> {
  const folders = foldersOf(event, context);
  switch (taskOf(event)) {
    case 'nothing':
      return { outcome: 'clean' };
    case 'latch':
      return latchOutcome(await latch(folders));
    case 'judge':
      return judge(folders);
  }
}

/** Where the agent says that it is, the project that the harness names, and where the hook was started. */
function foldersOf({ cwd, harness }: HarnessEvent, context: Io['context']): readonly string[] {
  const variable = HARNESSES[harness].projectVariable;
  const project = variable === undefined ? undefined : context.env[variable];
  return [cwd, project, context.cwd].filter((folder) => folder !== undefined && folder !== '') as string[];
}

/** `undefined` when the time is over first. */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
