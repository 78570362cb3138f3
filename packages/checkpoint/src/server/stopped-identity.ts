import type { Lock } from '@pawl/baseline';
import type { Repository } from '@pawl/git';
import { numberOf, readTips, releasedIn, stopsOfTip } from '@pawl/ledger';
import { openedBy } from './opened-by.ts';

/** The numbers of the cases by which an identity was stopped in any loop and that nobody has released, the oldest of each loop first. */
export async function stoppedIdentity(
  identity: string,
  repository: Repository,
  lock: Pick<Lock, 'releases'>,
): Promise<readonly string[]> {
  return (await stopsOfIdentity(identity, repository, lock)).map(numberOf);
}

/** The same as a latch names them. */
export async function stopsOfIdentity(
  identity: string,
  repository: Repository,
  lock: Pick<Lock, 'releases'>,
): Promise<readonly string[]> {
  const released = releasedIn(lock);
  const stops = new Set<string>();
  for (const tip of await readTips(repository))
    for (const stop of await openedBy(identity, repository, tip, stopsOfTip(tip, released))) stops.add(stop);
  return [...stops];
}
