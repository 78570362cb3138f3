import { tell } from './channels/tell.ts';
import { deliver, deliveryOf } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import type { Means, Turn } from './means.ts';
import { type Notice, noticeMistake } from './notice.ts';
import { openOutbox } from './outbox/outbox.ts';
import { keyOf } from './outbox/task.ts';
import type { Channel } from './settings/settings.ts';
import { withinBudget } from './within-budget.ts';

/**
 * Tells people on every channel at once, and answers within `means.budgetMs`, in the order of the channels. It never
 * rejects: what failed is an answer, and stays in the outbox for `flushOutbox`.
 */
export async function notifyAll(
  channels: readonly Channel[],
  notice: Notice,
  means: Means,
): Promise<readonly Delivery[]> {
  const mistake = mistakeOf(notice);
  return Promise.all(channels.map((channel) => notifyOne(channel, notice, mistake, means)));
}

async function notifyOne(
  channel: Channel,
  notice: Notice,
  mistake: string | undefined,
  means: Means,
): Promise<Delivery> {
  const about = { channel: channel.name, case: mistake === undefined ? notice.case : 'unnumbered' };
  const fail = (why: string, next: string): Delivery => ({ kind: 'failed', ...about, why, next });
  if (mistake !== undefined) return fail(`this is no notice: ${mistake}`, 'report it as a fault of Pawl');
  const late = (): Delivery => fail('there was no time left', 'nothing; it is tried again later');
  return withinBudget(means, (turn) => tellAndKeep(channel, notice, turn), late).catch(() =>
    fail('it could not be told', 'pawl doctor'),
  );
}

/** Written down before it is sent: a hook may be killed at any moment. A full disk is no reason not to tell. */
async function tellAndKeep(channel: Channel, notice: Notice, turn: Turn): Promise<Delivery> {
  try {
    const outbox = await openOutbox(turn.means.outbox);
    await outbox.put({ channel: channel.name, notice, tries: 0, notBefore: 0 });
    // It rejects only before anything was sent.
    return await deliver(channel, keyOf(channel.name, notice), outbox, turn);
  } catch {
    return tellOnly(channel, notice, turn);
  }
}

async function tellOnly(channel: Channel, notice: Notice, turn: Turn): Promise<Delivery> {
  const delivery = deliveryOf(await tell(channel, notice, turn), { channel: channel.name, case: notice.case });
  if (delivery.kind !== 'failed') return delivery;
  return { ...delivery, why: `${delivery.why}; it could not be kept for later either` };
}

function mistakeOf(notice: Notice): string | undefined {
  try {
    return noticeMistake(notice);
  } catch {
    return 'it is something else';
  }
}
