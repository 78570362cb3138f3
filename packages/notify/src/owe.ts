import type { Notice } from './notice.ts';
import { openOutbox } from './outbox/outbox.ts';
import { keyOf } from './outbox/task.ts';
import type { Channel } from './settings/settings.ts';

/**
 * Notes that these channels owe a notice, without telling anybody yet: whoever is killed from now on owes it still. One that
 * was told is not owed again.
 *
 * @throws the system's error where the outbox cannot be written.
 */
export async function owe(channels: readonly Pick<Channel, 'name'>[], notice: Notice, folder: string): Promise<void> {
  const outbox = await openOutbox(folder);
  await Promise.all(
    channels.map(async ({ name: channel }) => {
      if (await outbox.wasSent(keyOf(channel, notice))) return;
      await outbox.put({ channel, notice, tries: 0, notBefore: 0 });
    }),
  );
}
