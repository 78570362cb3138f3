import { deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import type { Means, Turn } from './means.ts';
import { openOutbox, type Outbox } from './outbox/outbox.ts';
import { isTooOld, readKey } from './outbox/task.ts';
import { prune } from './outbox/prune.ts';
import type { Channel } from './settings/settings.ts';
import { withinBudget } from './within-budget.ts';

/** What became of all that was owed. */
export interface Flushed {
  readonly deliveries: readonly Delivery[];
  /** Where files lie now that were in the outbox and are not what was written there. */
  readonly damaged: readonly string[];
  /** Why not everything that is owed was looked at; `undefined` where it was. */
  readonly fault: { readonly why: string; readonly next: string } | undefined;
}

/** Which of what is owed is tried: what is due, unless given. */
export interface FlushOptions {
  /** `now`: a person asks, and does not wait for the pause after the last failure. */
  readonly when?: 'due' | 'now';
}

/**
 * Tries again what is still owed, within `means.budgetMs`, the channels at once and each its cases in turn. What is sent,
 * where and with which secret stands in `channels`; the outbox only says of which case. It never rejects.
 */
export async function flushOutbox(
  channels: readonly Channel[],
  means: Means,
  { when = 'due' }: FlushOptions = {},
): Promise<Flushed> {
  const told: Delivery[] = [];
  const damaged: string[] = [];
  const flushed = (fault: Flushed['fault']): Flushed => ({ deliveries: [...told], damaged: [...damaged], fault });
  const late = (): Flushed =>
    flushed({ why: 'there was no time left', next: 'nothing; the rest is tried again later' });
  const work = async (turn: Turn): Promise<Flushed> => {
    const outbox = await openOutbox(means.outbox, (path) => damaged.push(path));
    const owed = [...(await owedBy(outbox))];
    await Promise.all(
      owed.map(async ([name, keys]) => {
        const channel = channels.find((one) => one.name === name);
        for await (const delivery of flushChannel({ name, channel, keys, when }, outbox, turn)) told.push(delivery);
      }),
    );
    // Nobody is told that all was looked at when it was not.
    if (turn.signal.aborted) return late();
    await prune(means.outbox, means.now());
    return flushed(undefined);
  };
  return withinBudget(means, work, late).catch(() =>
    flushed({ why: 'the outbox cannot be read or written', next: 'look at its folder and its owner' }),
  );
}

async function owedBy(outbox: Outbox): Promise<ReadonlyMap<string, readonly string[]>> {
  const owed = new Map<string, readonly string[]>();
  for (const key of await outbox.keys()) {
    const channel = readKey(key)?.channel ?? '';
    owed.set(channel, [...(owed.get(channel) ?? []), key]);
  }
  return owed;
}

interface Owed {
  readonly name: string;
  readonly channel: Channel | undefined;
  readonly keys: readonly string[];
  readonly when: 'due' | 'now';
}

/** One case after another, so that no channel is asked more than it stands; where one fails, the others wait. */
async function* flushChannel(
  { name, channel, keys, when }: Owed,
  outbox: Outbox,
  turn: Turn,
): AsyncGenerator<Delivery> {
  let hasFailed = false;
  for (const key of keys) {
    const about = { channel: name, case: key.slice(0, 8) };
    if (turn.signal.aborted) return;
    if (channel === undefined) yield unknownChannel(about, await dropOld(key, outbox, turn));
    else if (hasFailed) yield { kind: 'skipped', ...about, why: 'this channel has just failed' };
    else {
      const delivery = await deliver(channel, key, outbox, turn, when);
      hasFailed = delivery.kind === 'failed';
      yield delivery;
    }
  }
}

function unknownChannel(about: Pick<Delivery, 'channel' | 'case'>, isDropped: boolean): Delivery {
  const why = 'no channel of this name is configured';
  return { kind: 'skipped', ...about, why: isDropped ? `${why}; it was given up after 14 days` : why };
}

async function dropOld(key: string, outbox: Outbox, { means }: Turn): Promise<boolean> {
  const task = await outbox.get(key);
  if (task === undefined || !isTooOld(task, means.now())) return false;
  await outbox.remove(key);
  return true;
}
