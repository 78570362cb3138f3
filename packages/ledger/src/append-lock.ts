import { type Lock, writeLock } from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import { withChainLock } from './chain-lock.ts';
import { judgeSignature } from './judge-signature.ts';
import { LedgerError } from './ledger-error.ts';
import { LOCK, SIGNATURE } from './load-lock.ts';
import { lockRef } from './lock-ref.ts';
import type { LedgerStore } from './ports.ts';
import { recallAll, recallFor, type Trust } from './trust.ts';
import { seenLock, type TrustedLock } from './trusted-lock.ts';

/** Makes the signature of a text, armoured. It may ask a person for a passphrase or a touch, and take as long. */
export type Sign = (text: string) => Promise<string>;

/** How a lock is signed and by what it is judged. `sign` is not optional: whoever has no key has looked whether one is wanted. */
export interface Signing {
  readonly sign: Sign | undefined;
  readonly trust: Trust;
}

export interface NewLock {
  readonly lock: Lock;
  /** What lies beside `lock.json`. */
  readonly files: Readonly<Record<string, string>>;
  readonly message: string;
  readonly at: Date;
  /** The commit that the ref must be at; `undefined`: there must be none. */
  readonly after: string | undefined;
  /** The commit that holds the lock before it, where there is one that counts. */
  readonly parent: string | undefined;
}

/**
 * The one way into a chain of locks: sign, judge what was signed as everybody will, then store it and move the ref by
 * compare-and-swap, so that of two people who lock at once one is told.
 */
export async function appendLock(store: LedgerStore, next: NewLock, { sign, trust }: Signing): Promise<TrustedLock> {
  const { lock } = next;
  const text = writeLock(lock);
  const signature = await sign?.(text);
  const known = await recallFor(lock.repository, await recallAll(trust), trust);
  const { firstSeen, ...judged } = await judgeSignature(lock, signature, known, trust);
  const files = { ...next.files, [LOCK]: text, ...(signature !== undefined && { [SIGNATURE]: signature }) };
  const commit = await withChainLock(store.commonDir, lockRef(lock.target), () => append(store, next, files));
  await trust.memory.remember(seenLock({ lock, commit }, signature !== undefined, judged.assurance, firstSeen));
  return { lock, commit, ...judged };
}

async function append(
  store: LedgerStore,
  { lock: { target }, message, at, after, parent }: NewLock,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const ref = lockRef(target);
  if ((await store.readRef(ref)) !== after) throw moved(target);
  const commit = await store.writeCommit({ files, parents: parent === undefined ? [] : [parent], message, at });
  await store.updateRef(ref, commit, after).catch((error: unknown) => {
    throw isPawlError(error) && error.code === 'ref-moved' ? moved(target, error) : error;
  });
  // git has been seen to lose an update that it said was made, while another process packed the refs.
  if ((await store.readRef(ref)) !== commit) throw moved(target);
  return commit;
}

function moved(target: string, cause?: unknown): LedgerError {
  return new LedgerError('lock-moved', `the lock of ${JSON.stringify(target)} was changed meanwhile`, {
    next: 'look at what is there now, pawl status, and decide again',
    cause,
  });
}
