import { digest, type Inventory, type Lock, readInventory, readLock } from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import { LedgerError, type LedgerErrorCode } from './ledger-error.ts';
import { lockRef, targetOfRef } from './lock-ref.ts';
import { type PinnedTool, ruleFiles, rulePath } from './pinned-tool.ts';
import type { LedgerStore } from './ports.ts';

/** What the commit of a lock holds, beside the rules of its tools. */
export const LOCK = 'lock.json';
export const SIGNATURE = 'lock.json.sig';
export const INVENTORY = 'inventory.json';

/** A lock as it lies in its chain. Whether it counts, {@link trustedLock} says. */
export interface StoredLock {
  readonly lock: Lock;
  /** The commit under `refs/pawl/lock/` that holds it. */
  readonly commit: string;
}

/**
 * The lock that a commit holds, which follows the one in the parent of that commit: it names its digest, has the next
 * sequence, and is of the same repository and branch. One that follows none says so: a chain may begin anew, for all to see.
 *
 * @throws LedgerError `corrupt-lock`, `unknown-schema`, `missing-field`, `extra-field`, `wrong-target`, `broken-link`
 */
export async function loadLockAt(store: LedgerStore, target: string, commit: string): Promise<StoredLock> {
  const stored = await readLockAt(store, target, commit);
  await checkLink(store, stored);
  return stored;
}

/** The same without a look at the one before it, for a commit that was looked at before. */
export async function readLockAt(store: LedgerStore, target: string, commit: string): Promise<StoredLock> {
  const lock = readOrRefuse(target, readLock, await textOf(store, commit, LOCK, target));
  if (lock.target === target) return { lock, commit };
  const [asked, made] = [target, lock.target].map((name) => JSON.stringify(name));
  throw new LedgerError('wrong-target', `what stands as the lock of ${asked} was made for ${made}`, {
    next: `a person puts back the lock of ${asked}, or locks again: pawl lock --target ${target}`,
  });
}

/** The signature beside a lock; `undefined` only where there is none. */
export async function readSignatureAt(store: LedgerStore, target: string, commit: string): Promise<string | undefined> {
  return optionalText(store, commit, SIGNATURE, target);
}

export async function checkLink(store: LedgerStore, { lock, commit }: StoredLock): Promise<void> {
  if (lock.previous === null) return;
  const { target } = lock;
  let before: Lock;
  let text: string;
  try {
    // The first parent, by id and never by a name that a ref could have.
    text = await textOf(store, `${commit}^1`, LOCK, target);
    before = readLock(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw brokenLink(lock, `the one before it cannot be read: ${why}`, cause);
  }
  if (digest(text) !== lock.previous) throw brokenLink(lock, 'the one before it is not the one that it names');
  if (before.sequence !== lock.sequence - 1)
    throw brokenLink(lock, `the one before it has sequence ${before.sequence}`);
  if (before.repository !== lock.repository) throw brokenLink(lock, 'the one before it is of another repository');
  if (before.target !== target) throw brokenLink(lock, 'the one before it is of another branch');
}

/** Everything that was found at lock time. Kept apart from the lock, because a check does not need it. */
export async function loadInventory(store: LedgerStore, { lock, commit }: StoredLock): Promise<Inventory> {
  return readOrRefuse(lock.target, readInventory, await inventoryText(store, { lock, commit }));
}

async function inventoryText(store: LedgerStore, { lock, commit }: StoredLock): Promise<string> {
  const text = await textOf(store, commit, INVENTORY, lock.target);
  if (digest(text) === lock.inventory.digest) return text;
  throw corrupt(lock.target, 'its inventory is not the one it was made with');
}

/** All that lies beside a lock, each as the lock names it: what a successor takes over. */
export async function lockFiles(store: LedgerStore, stored: StoredLock): Promise<Readonly<Record<string, string>>> {
  const tools = await Promise.all(stored.lock.tools.map(({ name }) => loadTool(store, stored, name)));
  return { [INVENTORY]: await inventoryText(store, stored), ...ruleFiles(tools.filter((tool) => tool !== undefined)) };
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
  const text = await optionalText(store, commit, file, target);
  if (text === undefined) throw corrupt(target, `${file} is missing from it`);
  return text;
}

async function optionalText(
  store: LedgerStore,
  commit: string,
  file: string,
  target: string,
): Promise<string | undefined> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await store.readCommitFile(commit, file);
  } catch (cause) {
    throw corrupt(target, `${file} cannot be read`, cause);
  }
  if (bytes === undefined) return undefined;
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
    if (isPawlError(cause))
      throw corrupt(
        target,
        cause.message,
        cause,
        OWN_CODES.find((code) => code === cause.code),
      );
    throw cause;
  }
}

/** What is wrong with a lock that was written by another version, or by nobody's version. */
const OWN_CODES = ['unknown-schema', 'missing-field', 'extra-field'] as const satisfies readonly LedgerErrorCode[];

function brokenLink({ target, sequence }: Lock, why: string, cause?: unknown): LedgerError {
  const message = `the lock of ${JSON.stringify(target)} with sequence ${sequence} does not follow: ${why}`;
  return new LedgerError('broken-link', message, {
    next: `fetch the whole chain: git fetch origin ${lockRef(target)}; or a person locks again: pawl lock`,
    cause,
  });
}

function corrupt(target: string, why: string, cause?: unknown, code: LedgerErrorCode = 'corrupt-lock'): LedgerError {
  return new LedgerError(code, `the lock of ${JSON.stringify(target)} is damaged: ${why}`, {
    next: `a person looks at ${lockRef(target)} and locks again: pawl lock`,
    cause,
  });
}
