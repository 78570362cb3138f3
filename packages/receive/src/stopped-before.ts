import { stoppedIdentity } from '@pawl/checkpoint';
import type { JudgedPush } from './judge-push.ts';
import { lockFor } from './server.ts';

/** The oldest case that keeps who pushes stopped, in whatever loop it was opened. */
export async function stoppedBefore({ pusher, server, settings }: JudgedPush): Promise<string | undefined> {
  if (pusher.identity === undefined || pusher.isPerson || settings.mode === 'verify') return undefined;
  const { lock } = await lockFor(undefined, server);
  const [oldest] = await stoppedIdentity(pusher.identity, server.repository, lock);
  return oldest;
}
