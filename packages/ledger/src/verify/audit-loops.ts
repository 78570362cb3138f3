import type { Lock } from '@pawl/baseline';
import { caseDigest, caseId } from '../cases.ts';
import { numberOf, releasedIn } from '../loop/latch-of-tip.ts';
import { loopRef } from '../loop/loop-ref.ts';
import { type Entry, walkLoop } from '../loop/walk-loop.ts';
import type { AuditedLock, LockAudit } from './audit-locks.ts';
import type { AuditObjects, AuditStore } from './audit-store.ts';
import type { AuditTrust } from './audit-trust.ts';
import { committedAt } from './commit-form.ts';
import type { LoopMark } from './loop-marks.ts';
import { broken, type Fault, type Problem, problemOf, unknown, type Where } from './problem.ts';
import { isAppendedAgain } from './appended-again.ts';
import { vouchFor, type Voucher } from './vouch.ts';

/** A checkpoint of a chain, what it was judged by, and who vouches for it. */
export interface AuditedEntry extends Omit<Entry, 'sealed'> {
  readonly ref: string;
  readonly isSealed: boolean;
  /** The lock that it was judged by, where that is in its chain. */
  readonly by: AuditedLock | undefined;
  /** Who signed it; absent for an unsigned one, or where the signature does not count. */
  readonly voucher?: Voucher;
}

/** What was found of the chain of one loop. */
export interface LoopAudit {
  readonly loop: string;
  readonly ref: string;
  /** Oldest first, up to where the chain is broken. */
  readonly entries: readonly AuditedEntry[];
  readonly problems: readonly Problem[];
}

export interface LoopQuery {
  readonly store: AuditStore;
  readonly loop: string;
  /** The chains of all branches. */
  readonly locks: readonly LockAudit[];
  readonly trust: AuditTrust;
  /** How far the loop was seen to have come. */
  readonly mark: LoopMark | undefined;
  readonly progress?: () => void;
}

/** Walks the chain of one loop, and judges every link, every signature, and what each entry says of locks and cases. */
export async function auditLoop(query: LoopQuery): Promise<LoopAudit> {
  const { store, loop, mark } = query;
  const ref = loopRef(loop);
  const objects = store.openObjects();
  const entries: AuditedEntry[] = [];
  const problems: Problem[] = [];
  try {
    for await (const entry of walkLoop(store, loop)) {
      const { audited, problems: found } = await auditEntry(entry, entries.at(-1), query, objects);
      entries.push(audited);
      problems.push(...found);
      query.progress?.();
    }
    problems.push(...(await place(entries, mark, ref, objects)));
  } catch (error) {
    problems.push(problemOf(error, { ref, entry: null, commit: null }));
  } finally {
    objects.close();
  }
  return { loop, ref, entries, problems: [...problems, ...untold(entries, ref, query.locks)] };
}

async function auditEntry(
  { sealed, ...entry }: Entry,
  before: AuditedEntry | undefined,
  { locks, trust }: LoopQuery,
  objects: AuditObjects,
): Promise<{ readonly audited: AuditedEntry; readonly problems: readonly Problem[] }> {
  const { predicate } = entry.statement;
  const where: Where = {
    ref: loopRef(predicate.loop),
    entry: `checkpoint ${predicate.sequence}`,
    commit: entry.commit,
  };
  const chain = locks.find((audit) => audit.locks.some(({ commit }) => commit === predicate.question.lock));
  const by = chain?.locks.find(({ commit }) => commit === predicate.question.lock);
  const faults = [
    ...(await formFaults(entry, objects)),
    ...lockFaults(entry, by),
    ...caseFaults(entry),
    ...(chain === undefined
      ? []
      : latchFaults(entry, before, releasesIn(chain.locks, predicate.question.lockSequence))),
  ];
  const problems = faults.map((fault) => broken(where, fault));
  if (by === undefined && isWhole(locks)) problems.push(broken(where, lockGone(predicate.question.lock)));
  let voucher: Voucher | undefined;
  try {
    voucher = await vouchFor(entry, trust);
  } catch (error) {
    problems.push(problemOf(error, where));
  }
  return {
    audited: { ...entry, ref: where.ref, isSealed: sealed !== undefined, by, ...(voucher && { voucher }) },
    problems,
  };
}

/** What the reader of the chain does not look at: it follows links, and leaves the rest of a commit alone. */
async function formFaults({ commit }: Pick<Entry, 'commit'>, objects: AuditObjects): Promise<readonly Fault[]> {
  const { bytes } = await objects.commit(commit);
  try {
    committedAt(bytes);
    return [];
  } catch (error) {
    return [{ code: 'corrupt-loop', message: error instanceof Error ? error.message : String(error) }];
  }
}

function lockFaults(
  { statement: { predicate } }: Pick<Entry, 'statement'>,
  by: AuditedLock | undefined,
): readonly Fault[] {
  if (by === undefined) return [];
  const { lock } = by;
  const faults: Fault[] = [];
  const { question, repository, at, assurance } = predicate;
  if (question.lockSequence !== lock.sequence)
    faults.push({
      code: 'corrupt-loop',
      message: `it names lock ${question.lockSequence}, and its commit is lock ${lock.sequence}`,
    });
  if (repository !== lock.repository)
    faults.push({
      code: 'wrong-repository',
      message: `it is of the repository ${repository}, and its lock of ${lock.repository}`,
    });
  if (lock.expires !== null && !(Date.parse(at) < Date.parse(lock.expires)))
    faults.push({
      code: 'lock-expired',
      message: `it was judged at ${at} by a lock that judges nothing since ${lock.expires}`,
    });
  if (by.signature === undefined && assurance !== 'unsigned')
    faults.push({ code: 'corrupt-loop', message: `it says ${assurance}, and its lock is not signed` });
  return faults;
}

function lockGone(commit: string): Fault {
  const message = `the lock that it was judged by (commit ${commit}) is in no chain of locks`;
  return { code: 'lock-missing', message, next: 'fetch the chain of locks that it belongs to: pawl sync' };
}

function isWhole(locks: readonly LockAudit[]): boolean {
  return locks.length > 0 && locks.every((audit) => audit.isWhole);
}

/** A chain of locks that breaks off may have held the lock of an entry; that break is a problem of its own. */
function untold(entries: readonly AuditedEntry[], ref: string, locks: readonly LockAudit[]): readonly Problem[] {
  const count = entries.filter(({ by }) => by === undefined).length;
  if (count === 0 || isWhole(locks)) return [];
  const message = `by which lock ${count} of its checkpoints were judged cannot be told, for no whole chain of locks is here`;
  const fault = { code: 'lock-missing', message, next: 'fetch the chain of locks, or restore it: pawl sync' };
  return [unknown({ ref, entry: null, commit: null }, fault)];
}

function caseFaults({ statement: { predicate } }: Pick<Entry, 'statement'>): readonly Fault[] {
  const { question, case: opened, outcome, latch } = predicate;
  if (opened !== null && opened !== caseId(question))
    return [{ code: 'corrupt-loop', message: `it names case ${opened}, and its question is case ${caseId(question)}` }];
  if (outcome === 'stopped' && opened === null && latch.length === 0)
    return [{ code: 'corrupt-loop', message: 'it is stopped, and no case says why' }];
  return [];
}

/** A case leaves the latch by a release that the lock of the entry, or one before it, holds; there is no other way. */
function latchFaults(
  { statement: { predicate } }: Pick<Entry, 'statement'>,
  before: AuditedEntry | undefined,
  released: ReadonlySet<string>,
): readonly Fault[] {
  const { case: opened, latch, audience, question } = predicate;
  const carried = before?.statement.predicate.latch ?? [];
  const dropped = carried.filter((stop) => !latch.includes(stop) && !released.has(stop));
  // What a person commits by hand need not stop the loop; what an agent does always did.
  const isMissing =
    opened !== null && audience === 'agent' && !isLatched(opened, caseDigest(question), latch, released);
  return [...dropped, ...(isMissing ? [opened] : [])].map((stop) => ({
    code: 'latch-dropped',
    message: `it lets go of case ${numberOf(stop)}, which no lock releases`,
  }));
}

/**
 * Older versions latched by the number alone. That of a case that was released already cannot be theirs, for a release
 * makes another lock, and so another question: somebody has ground a tree until it had that number.
 */
function isLatched(number: string, digest: string, latch: readonly string[], released: ReadonlySet<string>): boolean {
  return latch.includes(digest) || released.has(digest) || (latch.includes(number) && !released.has(number));
}

function releasesIn(locks: readonly { readonly lock: Lock }[], upTo: number): ReadonlySet<string> {
  const deciding = locks.filter(({ lock }) => lock.sequence <= upTo && lock.decision.kind === 'release');
  return new Set(deciding.flatMap(({ lock }) => [...releasedIn({ releases: lock.releases.slice(-1) })]));
}

/** A chain that was cut is whole in itself: only who saw more of it can tell. */
async function place(
  entries: readonly AuditedEntry[],
  mark: LoopMark | undefined,
  ref: string,
  objects: AuditObjects,
): Promise<readonly Problem[]> {
  if (mark === undefined || entries.some(({ commit }) => commit === mark.commit)) return [];
  if (await isAppendedAgain(mark.commit, entries, objects)) return [];
  return [rolledBack(ref, mark)];
}

export function rolledBack(ref: string, { sequence, commit }: LoopMark): Problem {
  return broken(
    { ref, entry: `checkpoint ${sequence}`, commit },
    {
      code: 'loop-rolled-back',
      message: 'it was seen here, and is not in the chain any more',
      next: `put it back: git update-ref ${ref} ${commit}`,
    },
  );
}
