import { randomBytes } from 'node:crypto';
import { digest, type Inventory, type Lock, writeInventory, writeLock } from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import { loadLock, type StoredLock } from './load-lock.ts';
import { lockRef } from './lock-ref.ts';
import type { LockMemory } from './memory.ts';
import { type PinnedTool, ruleFiles, withDigests } from './pinned-tool.ts';
import type { LedgerStore } from './ports.ts';

/** A lock before it is stored: its place in the chain and the digest of its inventory are the ledger's to fill in. */
export type LockDraft = Omit<Lock, 'repository' | 'sequence' | 'previous' | 'inventory' | 'tools'> & {
  readonly inventory: Omit<Lock['inventory'], 'digest'>;
  readonly tools: readonly PinnedTool[];
};

/** Where in the chain the next lock goes. */
export interface Place {
  /** The id that the chain has, or a new one for the first lock. */
  readonly repository: string;
  /** The commit that the ref is at now; the new one follows it. */
  readonly after: string | undefined;
  readonly sequence: number;
  /** The digest of the lock before it, `null` for the first one and after one that cannot be read. */
  readonly previous: string | null;
}

/** The place after the newest lock that is stored or was ever seen here, so that no new lock looks like a rollback. */
export async function nextPlace(store: LedgerStore, memory: LockMemory, target: string): Promise<Place> {
  const after = await store.readRef(lockRef(target));
  const seen = (await memory.recall())[target]?.sequence;
  const before = await loadUnlessCorrupt(store, target);
  const newest = Math.max(before?.lock.sequence ?? 0, seen ?? 0);
  return {
    repository: before?.lock.repository ?? randomBytes(16).toString('hex'),
    after,
    sequence: newest + 1,
    previous: before === undefined ? null : digest(writeLock(before.lock)),
  };
}

/**
 * Appends a lock to the chain of its protected branch. The ref moves by compare-and-swap, so that of two people who lock
 * at once one is told.
 */
export async function storeLock(
  store: LedgerStore,
  draft: LockDraft,
  inventory: Inventory,
  { repository, after, sequence, previous }: Place,
): Promise<StoredLock> {
  const inventoryText = writeInventory(inventory);
  const lock: Lock = {
    ...draft,
    repository,
    sequence,
    previous,
    tools: draft.tools.map(withDigests),
    inventory: { ...draft.inventory, digest: digest(inventoryText) },
  };
  const commit = await store.writeCommit({
    files: { 'lock.json': writeLock(lock), 'inventory.json': inventoryText, ...ruleFiles(draft.tools) },
    parents: after === undefined ? [] : [after],
    message: `Lock ${lock.target} at ${lock.commit.slice(0, 12)} (sequence ${lock.sequence})\n`,
    at: new Date(lock.lockedAt),
  });
  await store.updateRef(lockRef(lock.target), commit, after);
  return { lock, commit };
}

/** A person may lock again over a damaged lock: that is its mend, and the chain shows it by a missing link. */
async function loadUnlessCorrupt(store: LedgerStore, target: string): Promise<StoredLock | undefined> {
  try {
    return await loadLock(store, target);
  } catch (error) {
    if (isPawlError(error) && error.code === 'corrupt-lock') return undefined;
    throw error;
  }
}
