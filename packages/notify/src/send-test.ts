import { randomBytes } from 'node:crypto';
import { type Attempt, failed } from './attempt.ts';
import { tell } from './channels/tell.ts';
import { deliveryOf } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import type { Means } from './means.ts';
import type { Notice } from './notice.ts';
import type { NotifySettings } from './settings/settings.ts';
import { withinBudget } from './within-budget.ts';

/** Sends every channel a notice that says that it is a test. It is not owed to anybody: what fails is told, and forgotten. */
export async function sendTest(
  { channels, repository }: Pick<NotifySettings, 'channels' | 'repository'>,
  means: Means,
): Promise<readonly Delivery[]> {
  // No number twice: a server that knows `Idempotency-Key` would keep the second test to itself.
  const number = randomBytes(4).toString('hex');
  const notice: Notice = {
    repository,
    loop: '-',
    case: number,
    outcome: 'test',
    at: new Date(means.now()).toISOString(),
  };
  return Promise.all(
    channels.map(async (channel) => {
      const late = failed('there was no time left', 'try again');
      const attempt = await withinBudget<Attempt>(
        means,
        (turn) => tell(channel, notice, turn),
        () => late,
      );
      return deliveryOf(attempt, { channel: channel.name, case: number });
    }),
  );
}
