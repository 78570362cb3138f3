import { liveWaivers, mostWaivers } from '@pawl/baseline';
import { showTrust, status, type Trusted } from '@pawl/checkpoint';
import { isPawlError } from '@pawl/errors';
import { latchOfTip, listLoops, openLoopMarks, releasedIn, type TrustedLock, trustedTip } from '@pawl/ledger';
import { hasRemoteAt } from '../has-remote.ts';
import { type Fact, isUnread, reading } from '../fact.ts';
import type { Place } from '../place.ts';
import type { DriftFacts, LockFacts, LoopFacts } from './lock-facts.ts';

/** The trust in the lock, as `pawl trust` shows it. */
export function readTrusted({ repository, target, context }: Place): Promise<Fact<Trusted>> {
  return reading(() => showTrust({ directory: folderOf(repository), target }, context));
}

/** The lock that counts; `undefined` where there is none, or where it cannot be told. */
export function lockOf(trusted: Fact<Trusted>): TrustedLock | undefined {
  return isUnread(trusted) || trusted.is.lock.kind !== 'counts' ? undefined : trusted.is.lock.stored;
}

export async function readLockFacts(place: Place, trusted: Fact<Trusted>): Promise<LockFacts> {
  const lock = lockOf(trusted);
  const now = place.context.now();
  const [drift, { loops, damaged }, hasRemote] = await Promise.all([
    reading(() => readDrift(place, lock)),
    readLoops(place, lock),
    hasRemoteAt(folderOf(place.repository)),
  ]);
  return {
    trusted,
    now,
    hasRemote,
    waivers: {
      ends: lock === undefined ? [] : liveWaivers(lock.lock, now).map(({ expires }) => new Date(expires)),
      most: lock === undefined ? 0 : mostWaivers(lock.lock),
    },
    drift,
    loops,
    damaged,
    isAgent: place.audience === 'agent',
  };
}

async function readDrift(
  { repository, target, audience, context }: Place,
  lock: TrustedLock | undefined,
): Promise<readonly DriftFacts[]> {
  if (lock === undefined) return [];
  return (await status({ directory: folderOf(repository), target, audience }, context)).drift;
}

/** Each loop by itself, so that one that is damaged hides no other. */
async function readLoops(
  { repository, context }: Place,
  lock: TrustedLock | undefined,
): Promise<Pick<LockFacts, 'loops' | 'damaged'>> {
  const names = await reading(async () => {
    const marks = await openLoopMarks(repository.commonDir, context.env).list();
    return [...new Set([...(await listLoops(repository)).keys(), ...marks.map(({ loop }) => loop)])].sort();
  });
  if (isUnread(names)) return { loops: names, damaged: [] };
  const marks = openLoopMarks(repository.commonDir, context.env);
  const released = lock === undefined ? new Set<string>() : releasedIn(lock.lock);
  const loops: LoopFacts[] = [];
  const damaged: LockFacts['damaged'][number][] = [];
  for (const name of names.is) {
    try {
      const tip = await trustedTip(repository, marks, name);
      if (tip !== undefined) loops.push({ name, latch: latchOfTip(tip, released) });
    } catch (error) {
      if (!isPawlError(error)) throw error;
      damaged.push({ why: error.message, next: error.next });
    }
  }
  return { loops: { is: loops }, damaged };
}

function folderOf({ topLevel, gitDir }: Place['repository']): string {
  return topLevel ?? gitDir;
}
