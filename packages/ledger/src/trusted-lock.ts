import type { Assurance } from './assurance.ts';
import type { Anchor } from './anchor.ts';
import { judgeSignature } from './judge-signature.ts';
import { LedgerError } from './ledger-error.ts';
import { chooseTarget, loadLockAt, readLockAt, readSignatureAt, type StoredLock } from './load-lock.ts';
import { LOCK_REFS, lockRef, targetOfRef } from './lock-ref.ts';
import type { Seen } from './memory.ts';
import type { LedgerStore } from './ports.ts';
import type { Signed } from './signatures.ts';
import { type Known, recallAll, recallFor, type Trust } from './trust.ts';

/** Which lock is asked for, and what it is held against. */
export interface LockQuery {
  readonly store: LedgerStore;
  readonly trust: Trust;
  /** The protected branch that was asked for, if any. */
  readonly target: string | undefined;
  /** The branch that is checked out; git may still be looking, as it is asked for more at the same time. */
  readonly branch: Promise<string | undefined>;
}

/** A lock that counts. */
export interface TrustedLock extends StoredLock {
  readonly assurance: Assurance;
  /** Absent where there is no signature. */
  readonly signedBy?: Signed;
}

/**
 * The lock to judge against: `undefined` only when none was ever seen here and no anchor speaks of one. One that was seen and
 * is gone, that is older, that is of another repository or signed by nobody who may, is an error, each its own. The first
 * lock seen is remembered (trust on first use).
 */
export async function trustedLock({ store, trust, target, branch }: LockQuery): Promise<TrustedLock | undefined> {
  // Before the refs are read: somebody who locks meanwhile moves the ref first, so it is never behind what is remembered.
  const known = await recallAll(trust);
  const [refs, current] = await Promise.all([store.listRefs(LOCK_REFS), branch]);
  const chosen = target ?? chooseTarget(knownAmong(refs, known), current) ?? targetsKnown(known)[0];
  const commit = chosen === undefined ? undefined : refs.get(lockRef(chosen));
  if (chosen !== undefined && commit !== undefined)
    return inItsTime(await trustedLockAt(store, trust, { target: chosen, commit }, known), trust.now());
  if (known.found === undefined && (chosen === undefined || !known.memory.locks.has(chosen))) return undefined;
  throw missing(chosen, known);
}

/** The lock of a branch at a commit, if it counts, whether it has expired or not. It is remembered. */
export async function trustedLockAt(
  store: LedgerStore,
  trust: Trust,
  { target, commit }: { readonly target: string; readonly commit: string },
  early: Known,
): Promise<TrustedLock> {
  const seen = early.memory.locks.get(target);
  // A commit never changes: what was found of it once is so still. Whether a signature counts can change with every day.
  const isSeen = seen?.commit === commit;
  const [stored, signature] = await Promise.all([
    isSeen ? readLockAt(store, target, commit) : loadLockAt(store, target, commit),
    isSeen && !seen.isSigned ? undefined : readSignatureAt(store, target, commit),
  ]);
  const known = await recallFor(stored.lock.repository, early, trust);
  checkRepository(stored, known);
  checkSequence(stored, known);
  const { firstSeen, ...judged } = await judgeSignature(stored.lock, signature, known, trust);
  if (!isSeen || known.memory.repository === undefined)
    await trust.memory.remember(seenLock(stored, signature !== undefined, judged.assurance, firstSeen));
  return { ...stored, ...judged };
}

export function seenLock(
  { lock: { repository, target, sequence }, commit }: StoredLock,
  isSigned: boolean,
  assurance: Assurance,
  signer: string | undefined,
): Seen {
  return { repository, target, sequence, commit, isSigned, assurance, ...(signer !== undefined && { signer }) };
}

function checkRepository({ lock }: StoredLock, { memory, found }: Known): void {
  const ours = found?.anchor.repository ?? memory.repository ?? lock.repository;
  if (lock.repository === ours && (memory.repository ?? ours) === ours) return;
  const message = `the lock of ${JSON.stringify(lock.target)} is of the repository ${lock.repository}, and not of this one`;
  throw new LedgerError('wrong-repository', message, {
    next: `put back the lock of this repository (${memory.repository ?? ours}), or see what is trusted: pawl trust`,
  });
}

function checkSequence({ lock, commit }: StoredLock, { memory, found }: Known): void {
  const seen = memory.locks.get(lock.target);
  if (
    seen !== undefined &&
    (lock.sequence < seen.sequence || (lock.sequence === seen.sequence && commit !== seen.commit))
  )
    throw new LedgerError(
      'lock-rolled-back',
      `the lock of ${JSON.stringify(lock.target)} is not the newest one seen here`,
      {
        next: `put back ${seen.commit} (sequence ${seen.sequence}), or let a person lock again: pawl lock`,
      },
    );
  const lowest = lowestSequence(found?.anchor, lock.target);
  if (lock.sequence >= lowest) return;
  const message = `the lock of ${JSON.stringify(lock.target)} has sequence ${lock.sequence}, and the anchor wants ${lowest} at least`;
  throw new LedgerError('lock-rolled-back', message, {
    next: `fetch the newest one: git fetch origin '${lockRef(lock.target)}:${lockRef(lock.target)}'`,
  });
}

/** 1 where the anchor says nothing of the branch. */
export function lowestSequence(anchor: Anchor | undefined, target: string): number {
  return anchor && Object.hasOwn(anchor.locks, target) ? (anchor.locks[target]?.sequence ?? 1) : 1;
}

/** How far the clocks of two machines may be apart. */
const TOLERANCE_MS = 60 * 60 * 1000;

/** Last of all, so that a newer lock is remembered though it has expired: the one before it does not count again. */
function inItsTime(stored: TrustedLock, now: Date): TrustedLock {
  const { expires, lockedAt, target } = stored.lock;
  // A clock that was set back would let what has expired count again: a lock, a waiver, a key (A08).
  if (!(Date.parse(lockedAt) <= now.getTime() + TOLERANCE_MS)) {
    const message = `the lock of ${JSON.stringify(target)} was made at ${lockedAt}, and here it is ${now.toISOString()}`;
    throw new LedgerError('clock-behind', message, { next: 'set the clock of this machine: date' });
  }
  // Written so that an instant which is none (NaN) has passed.
  if (expires === null || now.getTime() < Date.parse(expires)) return stored;
  throw new LedgerError('lock-expired', `the lock of ${JSON.stringify(target)} judges nothing since ${expires}`, {
    next: 'let a person lock again: pawl lock',
  });
}

function missing(target: string | undefined, { memory, found }: Known): LedgerError {
  const seen = target === undefined ? undefined : memory.locks.get(target);
  if (target !== undefined && seen !== undefined)
    return new LedgerError('lock-missing', `the lock of ${JSON.stringify(target)} was here and is gone`, {
      next: `put it back: git update-ref ${lockRef(target)} ${seen.commit}, or let a person lock again: pawl lock`,
    });
  const what = target === undefined ? 'a lock' : `the lock of ${JSON.stringify(target)}`;
  return new LedgerError(
    'lock-missing',
    `${what} is not here, and the anchor in ${found?.from} speaks of this repository`,
    {
      next: "fetch it: git fetch origin 'refs/pawl/lock/*:refs/pawl/lock/*', or let a person lock: pawl lock",
    },
  );
}

function targetsKnown({ memory, found }: Known): readonly string[] {
  return [...memory.locks.keys(), ...Object.keys(found?.anchor.locks ?? {})];
}

/** Once locks are known of, one that merely appears is not chosen by itself: an agent could have put it there. */
function knownAmong(refs: ReadonlyMap<string, string>, known: Known): ReadonlyMap<string, string> {
  const targets = targetsKnown(known);
  const among = new Map([...refs].filter(([ref]) => targets.includes(targetOfRef(ref))));
  return among.size > 0 ? among : refs;
}
