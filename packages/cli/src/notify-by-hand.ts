import { DecisionRefused, telling } from '@pawl/checkpoint';
import { flushOutbox, type Means, type NotifySettings, readNotifySettings, sendTest, systemMeans } from '@pawl/notify';
import type { Paint } from '@pawl/report';
import type { Io } from './io.ts';
import type { Owed } from './tell-owed.ts';
import { owedLines, testText } from './text/notify-text.ts';

export interface Notified {
  readonly text: string;
  /** Whether nothing is left that somebody should have been told. */
  readonly isTold: boolean;
}

/** Tells people what they are owed, or sends a test, while a person waits for it. */
export async function notifyByHand(
  { repo: directory, target, audience: asked, test }: Owed & { readonly test: boolean },
  { context }: Pick<Io, 'context'>,
  paint: Paint,
): Promise<Notified> {
  const { audience, telling: how } = await telling({ directory, target, audience: asked }, context);
  if (audience === 'agent')
    throw new DecisionRefused('agent-may-not-decide', 'only a person is told how people are told', {
      next: 'a person runs it in a terminal of their own, outside a branch under agent/',
    });
  // The work tree is not asked: who edits the configuration there would be sent the secrets of the channels.
  if (how === undefined)
    return {
      text: 'Nobody is told of a stop: the lock has no "notify".\n  next: write it in pawl.config.jsonc, then pawl lock\n',
      isTold: true,
    };
  const settings = readNotifySettings(how.settings);
  const means = systemMeans({ ...how, env: context.env, budgetMs: settings.budgetMs });
  return test ? tryChannels(settings, means, paint) : tellOwedNow(settings, means, paint);
}

async function tryChannels(settings: NotifySettings, means: Means, paint: Paint): Promise<Notified> {
  const deliveries = await sendTest(settings, means);
  if (deliveries.length === 0) return { text: 'The lock names no channel.\n', isTold: true };
  return { text: testText(deliveries, paint), isTold: deliveries.every(({ kind }) => kind !== 'failed') };
}

async function tellOwedNow({ channels }: NotifySettings, means: Means, paint: Paint): Promise<Notified> {
  const flushed = await flushOutbox(channels, means, { when: 'now' });
  const lines = owedLines(flushed, paint);
  const isTold = flushed.fault === undefined && flushed.deliveries.every(({ kind }) => kind === 'sent');
  return { text: lines.length === 0 ? 'Nobody is owed anything.\n' : `${lines.join('\n')}\n`, isTold };
}
