import { randomBytes } from 'node:crypto';
import {
  type Decision,
  digest,
  type Inventory,
  type Lock,
  type Release,
  type Waiver,
  writeInventory,
  writeLock,
} from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import { appendLock, type Signing } from './append-lock.ts';
import type { LedgerErrorCode } from './ledger-error.ts';
import { INVENTORY, lockFiles, readLockAt, type StoredLock } from './load-lock.ts';
import { lockRef } from './lock-ref.ts';
import { type PinnedTool, ruleFiles, withDigests } from './pinned-tool.ts';
import type { LedgerStore } from './ports.ts';
import { type Known, recallAll, recallFor, type Trust } from './trust.ts';
import { lowestSequence, type TrustedLock, trustedLockAt } from './trusted-lock.ts';

/** A lock before it is stored: its place in the chain and the digest of its inventory are the ledger's to fill in. */
export type LockDraft = Omit<Lock, 'repository' | 'sequence' | 'previous' | 'releases' | 'inventory' | 'tools'> & {
  readonly inventory: Omit<Lock['inventory'], 'digest'>;
  readonly tools: readonly PinnedTool[];
};

/** What a person decided about the newest lock, which is repeated in everything else. */
export interface SuccessorDraft {
  /** The newest lock, as the person saw it. */
  readonly after: StoredLock;
  readonly decision: Exclude<Decision, { readonly kind: 'lock' }>;
  readonly waivers: readonly Waiver[];
  readonly releases: readonly Release[];
  /** When it was decided. */
  readonly at: Date;
}

/** Where in the chain the next lock goes. */
export interface Place {
  /** The id that the chain has, or a new one for the first lock. */
  readonly repository: string;
  /** The commit that the ref is at now. */
  readonly after: string | undefined;
  readonly sequence: number;
  /** The lock before it. A chain begins anew after one that does not count, with a sequence above all that were seen. */
  readonly before: StoredLock | undefined;
}

/** The place after the newest lock that is stored or was ever seen here, so that no new lock looks like a rollback. */
export async function nextPlace(store: LedgerStore, trust: Trust, target: string): Promise<Place> {
  const early = await recallAll(trust);
  const after = await store.readRef(lockRef(target));
  const before =
    after === undefined
      ? undefined
      : await trustedLockAt(store, trust, { target, commit: after }, early).catch(unlessMendable);
  const { memory, found } =
    before === undefined ? await knownOf(store, target, after, early, trust) : await recallAll(trust);
  const seen = Math.max(memory.locks.get(target)?.sequence ?? 0, lowestSequence(found?.anchor, target) - 1);
  return {
    repository: found?.anchor.repository ?? memory.repository ?? randomBytes(16).toString('hex'),
    after,
    sequence: Math.max(before?.lock.sequence ?? 0, seen) + 1,
    before,
  };
}

/** A lock that does not count may still lead to the user's anchor, in a clone that has seen none yet. */
async function knownOf(
  store: LedgerStore,
  target: string,
  commit: string | undefined,
  early: Known,
  trust: Trust,
): Promise<Known> {
  const claimed = commit === undefined ? undefined : await readLockAt(store, target, commit).catch(unlessMendable);
  return claimed === undefined ? early : recallFor(claimed.lock.repository, early, trust);
}

/** What a person mends by locking again. What is wrong outside the repository is mended there. */
const MENDABLE: readonly LedgerErrorCode[] = [
  'corrupt-lock',
  'unknown-schema',
  'missing-field',
  'extra-field',
  'wrong-repository',
  'wrong-target',
  'lock-rolled-back',
  'broken-link',
  'signature-missing',
  'signature-malformed',
  'signature-wrong',
  'presence-missing',
  'namespace-wrong',
  'signer-unknown',
  'signer-not-allowed-namespace',
  'signer-expired',
  'signer-not-yet-valid',
  'assurance-fell',
];

function unlessMendable(error: unknown): undefined {
  if (isPawlError(error) && MENDABLE.some((code) => code === error.code)) return undefined;
  throw error;
}

/**
 * Appends a lock to the chain of its protected branch, or begins it. It is judged before it is stored: what would not
 * count afterwards is refused now.
 *
 * @throws LedgerError `lock-moved` when somebody else was first, `signature-missing`, `assurance-fell`, `signer-unknown` …
 */
export async function storeLock(
  store: LedgerStore,
  draft: LockDraft,
  inventory: Inventory,
  { repository, after, sequence, before }: Place,
  signing: Signing,
): Promise<TrustedLock> {
  const inventoryText = writeInventory(inventory);
  const lock: Lock = {
    ...draft,
    repository,
    sequence,
    previous: before === undefined ? null : digest(writeLock(before.lock)),
    // A loop that was let go is not stopped again because people lock anew.
    releases: before?.lock.releases ?? [],
    tools: draft.tools.map(withDigests),
    inventory: { ...draft.inventory, digest: digest(inventoryText) },
  };
  const message = `Lock ${lock.target} at ${lock.commit.slice(0, 12)} (sequence ${sequence})\n`;
  const files = { [INVENTORY]: inventoryText, ...ruleFiles(draft.tools) };
  return appendLock(
    store,
    { lock, files, message, at: new Date(lock.lockedAt), after, parent: before?.commit },
    signing,
  );
}

/**
 * Appends a person's decision: a lock that repeats the one before it and says what was decided. There is no other way
 * for a decision into a chain.
 *
 * @throws LedgerError as {@link storeLock} does.
 */
export async function storeSuccessor(
  store: LedgerStore,
  { after, decision, waivers, releases, at }: SuccessorDraft,
  signing: Signing,
): Promise<TrustedLock> {
  const files = await lockFiles(store, after);
  const sequence = after.lock.sequence + 1;
  const lock: Lock = { ...after.lock, sequence, previous: digest(writeLock(after.lock)), decision, waivers, releases };
  const message = `${MESSAGES[decision.kind]} on ${lock.target} (sequence ${sequence})\n`;
  return appendLock(store, { lock, files, message, at, after: after.commit, parent: after.commit }, signing);
}

const MESSAGES: Readonly<Record<SuccessorDraft['decision']['kind'], string>> = {
  waive: 'Waive a finding',
  revoke: 'Revoke a waiver',
  release: 'Release a loop',
};
