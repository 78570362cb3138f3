import { DecisionRefused, telling } from '@pawl/checkpoint';
import { type Delivery, flushOutbox, type Flushed, readNotifySettings, sendTest, systemMeans } from '@pawl/notify';
import type { Io } from './io.ts';
import type { Owed } from './tell-owed.ts';

/** What was told: nothing where the lock names nobody, a test of each channel, or what people were owed. */
export type Notified =
  | { readonly what: 'nobody' }
  | { readonly what: 'test'; readonly deliveries: readonly Delivery[] }
  | ({ readonly what: 'owed' } & Flushed);

/** Tells people what they are owed, or sends a test, while a person waits for it. */
export async function notifyByHand(
  { repo: directory, target, audience: asked, test }: Owed & { readonly test: boolean },
  { context }: Pick<Io, 'context'>,
): Promise<Notified> {
  const { audience, telling: how } = await telling({ directory, target, audience: asked }, context);
  if (audience === 'agent')
    throw new DecisionRefused('agent-may-not-decide', 'only a person is told how people are told', {
      next: 'a person runs it in a terminal of their own, outside a branch under agent/',
    });
  // The work tree is not asked: who edits the configuration there would be sent the secrets of the channels.
  if (how === undefined) return { what: 'nobody' };
  const settings = readNotifySettings(how.settings);
  const means = systemMeans({ ...how, env: context.env, budgetMs: settings.budgetMs });
  if (test) return { what: 'test', deliveries: await sendTest(settings, means) };
  return { what: 'owed', ...(await flushOutbox(settings.channels, means, { when: 'now' })) };
}

/** Whether nothing is left that somebody should have been told. */
export function isTold(notified: Notified): boolean {
  switch (notified.what) {
    case 'nobody':
      return true;
    case 'test':
      return notified.deliveries.every(({ kind }) => kind !== 'failed');
    case 'owed':
      return notified.fault === undefined && notified.deliveries.every(({ kind }) => kind === 'sent');
  }
}
