import { digest, type Inventory, type Lock, readInventory, readLock } from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import { LedgerError } from './ledger-error.ts';
import { lockRef, targetOfRef } from './lock-ref.ts';
import { type PinnedTool, rulePath } from './pinned-tool.ts';
import type { LedgerStore } from './ports.ts';

export interface StoredLock {
  readonly lock: Lock;
  /** The commit under `refs/pawl/lock/` that holds it. */
  readonly commit: string;
}

/** The lock of a protected branch, or `undefined` when it has none. An unreadable lock is an error, never "no lock". */
export async function loadLock(store: LedgerStore, target: string): Promise<StoredLock | undefined> {
  const commit = await store.readRef(lockRef(target));
  return commit === undefined ? undefined : loadLockAt(store, target, commit);
}

/** The lock that a commit holds. */
export async function loadLockAt(store: LedgerStore, target: string, commit: string): Promise<StoredLock> {
  const lock = readOrRefuse(target, readLock, await textOf(store, commit, 'lock.json', target));
  if (lock.target !== target) throw corrupt(target, `it was made for the branch ${JSON.stringify(lock.target)}`);
  return { lock, commit };
}

/** Everything that was found at lock time. Kept apart from the lock, because a check does not need it. */
export async function loadInventory(store: LedgerStore, { lock, commit }: StoredLock): Promise<Inventory> {
  const text = await textOf(store, commit, 'inventory.json', lock.target);
  if (digest(text) !== lock.inventory.digest)
    throw corrupt(lock.target, 'its inventory is not the one it was made with');
  return readOrRefuse(lock.target, readInventory, text);
}

/**
 * A tool as the lock pins it, with the texts of its rules; `undefined` where the lock does not name it. A text that is not
 * the one that was locked is an error: whoever changes a rule changes the judge.
 */
export async function loadTool(
  store: LedgerStore,
  { lock, commit }: StoredLock,
  name: string,
): Promise<PinnedTool | undefined> {
  const tool = lock.tools.find((one) => one.name === name);
  if (tool === undefined) return undefined;
  const rules = await Promise.all(
    tool.rules.map(async (rule) => {
      const path = rulePath(name, rule.name);
      const text = await textOf(store, commit, path, lock.target);
      if (digest(text) !== rule.digest) throw corrupt(lock.target, `${path} is not what was locked`);
      return { name: rule.name, text };
    }),
  );
  return { ...tool, rules };
}

/**
 * The protected branch that is meant among the locks that there are: the only one, else that of the current branch.
 * `undefined` when there is no lock at all.
 */
export function chooseTarget(locks: ReadonlyMap<string, string>, branch: string | undefined): string | undefined {
  const targets = [...locks.keys()].map(targetOfRef);
  if (targets.length <= 1) return targets[0];
  if (branch !== undefined && targets.includes(branch)) return branch;
  throw new LedgerError('ambiguous-target', `several branches have a lock: ${targets.join(', ')}`, {
    next: `say which one is meant: --target ${targets[0] ?? 'main'}`,
  });
}

async function textOf(store: LedgerStore, commit: string, file: string, target: string): Promise<string> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await store.readCommitFile(commit, file);
  } catch (cause) {
    throw corrupt(target, `${file} cannot be read`, cause);
  }
  if (bytes === undefined) throw corrupt(target, `${file} is missing from it`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw corrupt(target, `${file} is not UTF-8`, cause);
  }
}

function readOrRefuse<T>(target: string, reader: (text: string) => T, text: string): T {
  try {
    return reader(text);
  } catch (cause) {
    if (isPawlError(cause)) throw corrupt(target, cause.message, cause);
    throw cause;
  }
}

function corrupt(target: string, why: string, cause?: unknown): LedgerError {
  return new LedgerError('corrupt-lock', `the lock of ${JSON.stringify(target)} is damaged: ${why}`, {
    next: `a person looks at ${lockRef(target)} and locks again: pawl lock`,
    cause,
  });
}
