import { type LockedTelling, type Telling, telling } from '@pawl/checkpoint';
import { isPawlError } from '@pawl/errors';
import type { Flushed } from '@pawl/notify';
import type { Io } from './io.ts';

export interface Owed {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly audience: 'auto' | 'agent' | 'human';
}

/** For how long somebody who asked for something else waits for a server, in milliseconds. */
const PATIENCE = 5000;

/**
 * Tells people what they are still owed. For a person it is tried at once, and what became of it is the answer; an agent
 * could ask all day, so for it the pauses count, and it learns nothing. `undefined`: there is nothing to tell about it.
 */
export async function tellOwed(
  { repo: directory, target, audience: asked }: Owed,
  { context }: Pick<Io, 'context'>,
): Promise<Flushed | undefined> {
  const { audience, telling: how } = await telling({ directory, target, audience: asked }, context).catch(NOBODY);
  if (how === undefined) return undefined;
  const flushed = await tell(how, audience, context).catch(faultOf);
  return audience === 'human' ? flushed : undefined;
}

/** A lock that cannot be read is told by whoever needs it; this was asked for by nobody. */
const NOBODY = (): LockedTelling => ({ audience: 'agent', telling: undefined });

async function tell(
  { settings, ...where }: Telling,
  audience: LockedTelling['audience'],
  { env }: Io['context'],
): Promise<Flushed> {
  const { flushOutbox, readNotifySettings, systemMeans } = await import('@pawl/notify');
  const { channels, budgetMs } = readNotifySettings(settings);
  const means = systemMeans({ ...where, env, budgetMs: Math.min(budgetMs, PATIENCE) });
  return flushOutbox(channels, means, { when: audience === 'human' ? 'now' : 'due' });
}

/** Settings of another version of Pawl, say: whoever thinks that people are told has to know that they are not. */
function faultOf(error: unknown): Flushed {
  const why = error instanceof Error ? error.message : String(error);
  const next = isPawlError(error) && error.next !== undefined ? error.next : 'pawl doctor';
  return { deliveries: [], damaged: [], fault: { why, next } };
}
