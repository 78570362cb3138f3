import type { Repository } from '@pawl/git';
import { trackingRef } from '@pawl/git/porcelain';
import {
  type Audit,
  auditLocks,
  auditLoop,
  type AuditStore,
  type AuditTrust,
  LOCK_REFS,
  type LockAudit,
  LOOP_REFS,
  loopOfRef,
  lockRef,
  loopRef,
  openAuditTrust,
  type Problem,
  targetOfRef,
} from '@pawl/ledger';
import { SyncError } from './sync-error.ts';

/** What a remote had when it was fetched from last, under the names that the refs have there. */
export interface TrackedRefs {
  readonly locks: ReadonlyMap<string, string>;
  readonly loops: ReadonlyMap<string, string>;
}

export async function trackedRefs(repository: Repository, remote: string): Promise<TrackedRefs> {
  const under = async (prefix: string): Promise<ReadonlyMap<string, string>> => {
    const place = trackingRef(remote, prefix);
    const refs = await repository.listRefs(place);
    return new Map([...refs].map(([ref, commit]) => [prefix + ref.slice(place.length), commit]));
  };
  return { locks: await under(LOCK_REFS), loops: await under(LOOP_REFS) };
}

/**
 * Holds what a remote had against what this machine trusts, before any of it becomes ours: all its chains of locks, and
 * every loop of which we have not seen all yet.
 *
 * @throws SyncError `remote-broken` that names the link.
 */
export async function verifyRemote(
  repository: Repository,
  theirs: TrackedRefs,
  audit: Audit,
  remote: string,
): Promise<void> {
  const trust = await trustOfRemote(repository, theirs, audit);
  const locks: LockAudit[] = [];
  for (const [ref, commit] of theirs.locks)
    locks.push(await lockChain(repository, named(ref, targetOfRef, lockRef, remote), commit, trust));
  for (const { ref, problems } of locks)
    if (!(await isOurs(repository, ref, theirs.locks.get(ref)))) refuse(problems, remote);
  const store: AuditStore = {
    ...repository,
    readRef: async (ref) => theirs.loops.get(ref),
    listRefs: async (prefix) => refsUnder(theirs.loops, prefix),
  };
  for (const [ref, commit] of theirs.loops) {
    const loop = named(ref, loopOfRef, loopRef, remote);
    if (await isOurs(repository, ref, commit)) continue;
    refuse((await auditLoop({ store, loop, locks, trust, mark: undefined })).problems, remote);
  }
}

/** The remote may well be behind what was seen here: what is older than ours is not taken anyway. */
async function trustOfRemote(
  repository: Repository,
  theirs: TrackedRefs,
  { trust, signaturesAt }: Audit,
): Promise<AuditTrust> {
  const opened = await openAuditTrust(trust, signaturesAt, () => claimedId(repository, theirs));
  const { memory, found } = opened.known;
  return { ...opened, known: { found, memory: { ...memory, locks: new Map() } } };
}

async function claimedId(repository: Repository, { locks }: TrackedRefs): Promise<string | undefined> {
  const [tip] = locks.values();
  const bytes =
    tip === undefined ? undefined : await repository.readCommitFile(tip, 'lock.json').catch(() => undefined);
  return /"repository":"([0-9a-f]{32})"/u.exec(bytes?.toString('utf8') ?? '')?.[1];
}

async function lockChain(
  repository: Repository,
  target: string,
  commit: string,
  trust: AuditTrust,
): Promise<LockAudit> {
  const objects = repository.openObjects();
  try {
    return await auditLocks(objects, target, commit, trust);
  } finally {
    objects.close();
  }
}

/** What our own chain has already is not taken from anybody. */
async function isOurs(repository: Repository, ref: string, theirs: string | undefined): Promise<boolean> {
  const ours = await repository.readRef(ref);
  if (ours === undefined || theirs === undefined) return false;
  return ours === theirs || (await repository.isAncestor(theirs, ours));
}

function refsUnder(refs: ReadonlyMap<string, string>, prefix: string): ReadonlyMap<string, string> {
  return new Map([...refs].filter(([ref]) => ref.startsWith(prefix)));
}

function named(ref: string, nameOf: (ref: string) => string, refOf: (name: string) => string, remote: string): string {
  let name: string | undefined;
  try {
    name = nameOf(ref);
  } catch {
    // No name of ours is encoded like this.
  }
  if (name !== undefined && refOf(name) === ref) return name;
  throw new SyncError('remote-broken', `${remote} has ${ref}, and Pawl gives no chain this name`, {
    next: `let whoever runs ${remote} delete it: git push ${remote} :${ref}`,
  });
}

function refuse(problems: readonly Problem[], remote: string): void {
  const [problem] = problems;
  if (problem === undefined) return;
  const { ref, entry, commit, message } = problem;
  const place = [ref, entry, commit === null ? null : `commit ${commit}`].filter((part) => part !== null).join(', ');
  throw new SyncError('remote-broken', `what ${remote} has does not hold: ${place}: ${message}`, {
    next: `nothing of it was taken; find out who pushed it, and restore it there from a clone where pawl verify holds`,
  });
}
