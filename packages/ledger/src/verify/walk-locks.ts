import { digest } from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import { LedgerError, type LedgerErrorCode } from '../ledger-error.ts';
import { lockRef } from '../lock-ref.ts';
import type { AuditObjects } from './audit-store.ts';
import { type LockEntry, readLockEntry } from './lock-entry.ts';
import { successorFault } from './successor-fault.ts';

/**
 * The locks of a branch from a commit back to the first, each read to the last byte and followed by the one that was given
 * out before it. What was given out holds, but for its signature, which is for the reader to judge.
 *
 * @throws LedgerError that names the lock at which the chain breaks: `corrupt-lock`, `broken-link`, `wrong-target`,
 * `wrong-repository`, `unknown-schema` …
 */
export async function* walkLocks(objects: AuditObjects, target: string, tip: string): AsyncGenerator<LockEntry, void> {
  let after: LockEntry | undefined;
  for (let next: string | undefined = tip; next !== undefined; next = after.parent) {
    const entry = await readOrRefuse(objects, target, next, after);
    if (after !== undefined) requireFollows(target, after, entry);
    yield entry;
    after = entry;
    if (entry.parent === undefined && entry.lock.previous !== null)
      throw brokenLink(target, entry, 'its commit follows none, and it names one before it');
  }
}

async function readOrRefuse(
  objects: AuditObjects,
  target: string,
  commit: string,
  after: LockEntry | undefined,
): Promise<LockEntry> {
  let entry: LockEntry;
  try {
    entry = await readLockEntry(objects, commit);
  } catch (cause) {
    if (isPawlError(cause) && NO_DAMAGE.has(cause.code)) throw cause;
    const where = after === undefined ? 'the newest lock' : `the lock before ${after.lock.sequence}`;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refuse(codeOf(cause), target, `${where} (commit ${commit}) is damaged: ${why}`, cause);
  }
  if (entry.lock.target === target) return entry;
  throw refuse('wrong-target', target, `${nameOf(entry)} was made for ${JSON.stringify(entry.lock.target)}`);
}

/** git could not be asked, which says nothing of the chain. */
const NO_DAMAGE: ReadonlySet<string> = new Set(['git-missing', 'git-killed', 'git-failed']);

function codeOf(cause: unknown): LedgerErrorCode {
  const known = (['unknown-schema', 'missing-field', 'extra-field'] as const).find(
    (code) => isPawlError(cause) && cause.code === code,
  );
  return known ?? 'corrupt-lock';
}

function requireFollows(target: string, after: LockEntry, before: LockEntry): void {
  const { lock } = after;
  if (lock.previous === null)
    throw brokenLink(target, after, 'its commit follows one, and it says that it is the first');
  if (lock.previous !== digest(before.text))
    throw brokenLink(target, after, 'the one before it is not the one that it names');
  if (lock.sequence !== before.lock.sequence + 1)
    throw brokenLink(target, after, `the one before it has sequence ${before.lock.sequence}`);
  if (lock.repository !== before.lock.repository)
    throw refuse('wrong-repository', target, `${nameOf(after)} is of another repository than the one before it`);
  const fault = successorFault(before.lock, lock);
  if (fault !== undefined) throw brokenLink(target, after, fault);
}

function nameOf({ lock, commit }: LockEntry): string {
  return `lock ${lock.sequence} (commit ${commit})`;
}

function brokenLink(target: string, entry: LockEntry, why: string): LedgerError {
  return refuse('broken-link', target, `${nameOf(entry)} does not follow: ${why}`);
}

function refuse(code: LedgerErrorCode, target: string, what: string, cause?: unknown): LedgerError {
  return new LedgerError(code, `${lockRef(target)}: ${what}`, {
    next: `restore ${lockRef(target)} from a clone that has the whole chain, or let a person lock again: pawl lock`,
    cause,
  });
}
