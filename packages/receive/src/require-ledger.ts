import {
  type AuditedEntry,
  type AuditStore,
  auditLocks,
  auditLoop,
  LOCK_REFS,
  type LockAudit,
  loopOfRef,
  loopRef,
  lockRef,
  lowestSequence,
  type Problem,
  targetOfRef,
} from '@pawl/ledger';
import { ReceiveError } from './receive-error.ts';
import { updatesOfKind } from './ref-kinds.ts';
import type { Server } from './server.ts';
import type { Update } from './updates.ts';

/**
 * Requires of what is pushed of the ledger that it holds and only adds: locks that who may sign signed, each following the
 * one before it, and records that repeat what is here and claim nothing that they cannot show.
 *
 * @throws ReceiveError `forbidden-ref`, `ledger-refused`
 */
export async function requireLedger(updates: readonly Update[], server: Server): Promise<void> {
  const locks = updatesOfKind(updates, 'lock');
  const loops = updatesOfKind(updates, 'loop');
  if (locks.length + loops.length === 0) return;
  if (locks.length > 0 && (server.audit.known.found?.anchor.signers ?? []).length === 0)
    throw refused(locks[0] as Update, 'the anchor of this server names nobody who may lock');
  const tips = await lockTips(locks, server);
  const audits: LockAudit[] = [];
  for (const [ref, commit] of tips) audits.push(await auditOf(ref, commit, server));
  for (const update of locks)
    requireLock(
      update,
      audits.find(({ ref }) => ref === update.ref),
      server,
    );
  for (const update of loops) await requireLoop(update, audits, server);
}

/** Where the locks will be, if the push is accepted. */
async function lockTips(locks: readonly Update[], { repository }: Server): Promise<ReadonlyMap<string, string>> {
  const tips = new Map(await repository.listRefs(LOCK_REFS));
  for (const update of locks) tips.set(update.ref, kept(update, 'a lock'));
  return tips;
}

async function auditOf(ref: string, commit: string, { repository, audit }: Server): Promise<LockAudit> {
  const target = nameOf(ref, targetOfRef, lockRef);
  const objects = repository.openObjects();
  try {
    return await auditLocks(objects, target, commit, audit);
  } finally {
    objects.close();
  }
}

function requireLock(update: Update, audit: LockAudit | undefined, { audit: { known } }: Server): void {
  refuseProblem(update, audit?.problems ?? []);
  const locks = audit?.locks ?? [];
  const at = update.from === undefined ? -1 : locks.findIndex(({ commit }) => commit === update.from);
  if (update.from !== undefined && at === -1) throw refused(update, 'it does not follow the lock that is here');
  // Every one that comes, and not the newest alone: each of them is a decision. For those before the lowest that counts
  // the anchor itself vouches.
  const lowest = lowestSequence(known.found?.anchor, audit?.target ?? '');
  const unsigned = locks
    .slice(at + 1)
    .find(({ lock, signedBy }) => signedBy === undefined && (lock.sequence >= lowest || lock === locks.at(-1)?.lock));
  if (unsigned !== undefined)
    throw refused(update, `lock ${unsigned.lock.sequence} is signed by nobody whom the anchor names`);
}

async function requireLoop(update: Update, locks: readonly LockAudit[], server: Server): Promise<void> {
  const to = kept(update, 'a record');
  const loop = nameOf(update.ref, loopOfRef, loopRef);
  // The server names its own loops by whole refs, which no branch can be called.
  if (loop.startsWith('refs/')) throw forbidden(update.ref, 'is the record of this server, and only it writes there');
  const store = withRef(server, update.ref, to);
  const { entries, problems } = await auditLoop({ store, loop, locks, trust: server.audit, mark: undefined });
  refuseProblem(update, problems);
  const at = update.from === undefined ? -1 : entries.findIndex(({ commit }) => commit === update.from);
  if (update.from !== undefined && at === -1) throw refused(update, 'it does not follow the record that is here');
  for (const entry of entries.slice(at + 1)) requireNoClaim(update, entry);
}

/** Who signs, and who says for whom it was judged, is a verifier that the anchor names. */
function requireNoClaim(update: Update, { signature, voucher, statement: { predicate } }: AuditedEntry): void {
  const claims = signature !== undefined || predicate.identity !== null;
  if (claims && voucher?.isAnchored !== true)
    throw refused(update, `checkpoint ${predicate.sequence} claims a verifier that the anchor does not name`);
}

function withRef({ repository }: Server, ref: string, to: string): AuditStore {
  return {
    ...repository,
    readRef: async (name) => (name === ref ? to : repository.readRef(name)),
    listRefs: async (prefix) =>
      new Map([...(await repository.listRefs(prefix)), ...(ref.startsWith(prefix) ? [[ref, to] as const] : [])]),
  };
}

function kept({ ref, to }: Update, what: string): string {
  if (to !== undefined) return to;
  throw forbidden(ref, `is ${what}, and ${what} is never deleted by a push`);
}

function nameOf(ref: string, read: (ref: string) => string, write: (name: string) => string): string {
  let name: string | undefined;
  try {
    name = read(ref);
  } catch {
    // No name of ours is encoded like this.
  }
  if (name !== undefined && write(name) === ref) return name;
  throw forbidden(ref, 'is no name that Pawl gives');
}

function refuseProblem(update: Update, [problem]: readonly Problem[]): void {
  if (problem === undefined) return;
  throw refused(update, [problem.entry, problem.message].filter((part) => part !== null).join(': '));
}

function refused({ ref }: Pick<Update, 'ref'>, why: string): ReceiveError {
  return new ReceiveError('ledger-refused', `${ref} is not taken: ${why}`, {
    next: 'bring both together, pawl sync; what a person decided is signed: pawl lock --sign-with KEYFILE',
  });
}

export function forbidden(ref: string, why: string): ReceiveError {
  return new ReceiveError('forbidden-ref', `${ref} ${why}`, { next: 'leave it out of the push' });
}
