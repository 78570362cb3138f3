import { LedgerError } from './ledger-error.ts';
import { chooseTarget, loadLockAt, type StoredLock } from './load-lock.ts';
import { LOCK_REFS, lockRef, targetOfRef } from './lock-ref.ts';
import type { LockMemory, Memory } from './memory.ts';
import type { LedgerStore } from './ports.ts';

export interface LockQuery {
  readonly store: LedgerStore;
  readonly memory: LockMemory;
  /** The protected branch that was asked for, if any. */
  readonly target: string | undefined;
  /** The branch that is checked out; git may still be looking, as it is asked for more at the same time. */
  readonly branch: Promise<string | undefined>;
}

/**
 * The lock to judge against: `undefined` only when none was ever seen here. One that was seen and is gone, or that is
 * older than the one seen, is an error. The first lock seen is remembered (trust on first use).
 */
export async function trustedLock({ store, memory, target, branch }: LockQuery): Promise<StoredLock | undefined> {
  const [known, refs, current] = await Promise.all([memory.recall(), store.listRefs(LOCK_REFS), branch]);
  const chosen = target ?? chooseTarget(rememberedAmong(refs, known), current) ?? Object.keys(known)[0];
  if (chosen === undefined) return undefined;
  const commit = refs.get(lockRef(chosen));
  const stored = commit === undefined ? undefined : await loadLockAt(store, chosen, commit);
  const seen = known[chosen];
  if (stored === undefined) {
    if (seen === undefined) return undefined;
    throw new LedgerError('lock-missing', `the lock of ${JSON.stringify(chosen)} was here and is gone`, {
      next: `put it back: git update-ref ${lockRef(chosen)} ${seen.commit}, or let a person lock again: pawl lock`,
    });
  }
  if (seen !== undefined && (stored.lock.sequence < seen.sequence || differsAtSameSequence(stored, seen))) {
    throw new LedgerError('lock-rolled-back', `the lock of ${JSON.stringify(chosen)} is not the newest one seen here`, {
      next: `put back ${seen.commit} (sequence ${seen.sequence}), or let a person lock again: pawl lock`,
    });
  }
  if (seen === undefined || seen.sequence < stored.lock.sequence) {
    await memory.remember(chosen, stored.lock.sequence, stored.commit);
  }
  return stored;
}

/** Once locks were seen here, one that merely appears is not chosen by itself: an agent could have put it there. */
function rememberedAmong(refs: ReadonlyMap<string, string>, known: Memory): ReadonlyMap<string, string> {
  const remembered = new Map([...refs].filter(([ref]) => Object.hasOwn(known, targetOfRef(ref))));
  return remembered.size > 0 ? remembered : refs;
}

function differsAtSameSequence(
  stored: StoredLock,
  seen: { readonly sequence: number; readonly commit: string },
): boolean {
  return stored.lock.sequence === seen.sequence && stored.commit !== seen.commit;
}
