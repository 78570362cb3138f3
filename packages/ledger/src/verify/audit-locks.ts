import { type Assurance, higher, isLess } from '../assurance.ts';
import { judgeSignature } from '../judge-signature.ts';
import { lockRef } from '../lock-ref.ts';
import type { Signed } from '../signatures.ts';
import type { Known } from '../trust.ts';
import { lowestSequence } from '../trusted-lock.ts';
import type { AuditObjects } from './audit-store.ts';
import type { AuditTrust } from './audit-trust.ts';
import type { LockEntry } from './lock-entry.ts';
import { broken, type Problem, problemOf, unknown, type Where } from './problem.ts';
import { walkLocks } from './walk-locks.ts';

/** A lock of a chain and what its signature is worth. */
export interface AuditedLock extends LockEntry {
  /** Absent where the signature does not count. */
  readonly assurance?: Assurance;
  readonly signedBy?: Signed;
}

/** What was found of the chain of one protected branch. */
export interface LockAudit {
  readonly target: string;
  readonly ref: string;
  /** Oldest first; where the chain is broken, what comes after the break. */
  readonly locks: readonly AuditedLock[];
  /** Whether the chain could be walked to its first lock. */
  readonly isWhole: boolean;
  readonly problems: readonly Problem[];
}

/** Walks the chain of one branch from a commit to the first lock, and judges every link, every signature and its place. */
export async function auditLocks(
  objects: AuditObjects,
  target: string,
  tip: string,
  trust: AuditTrust,
): Promise<LockAudit> {
  const ref = lockRef(target);
  const walked = await walk(objects, target, tip);
  const judged = await judgeAll(walked.locks, ref, trust);
  return {
    target,
    ref,
    locks: judged.locks,
    isWhole: walked.problem === undefined,
    problems: [
      ...(walked.problem ? [walked.problem] : []),
      ...beginning(walked, ref, trust.known),
      ...ofThisRepository(walked.locks, ref, trust.known),
      ...place(walked, { target, ref, known: trust.known }),
      ...judged.problems,
    ],
  };
}

interface Walked {
  readonly locks: readonly LockEntry[];
  readonly problem: Problem | undefined;
}

async function walk(objects: AuditObjects, target: string, tip: string): Promise<Walked> {
  const locks: LockEntry[] = [];
  try {
    for await (const entry of walkLocks(objects, target, tip)) locks.unshift(entry);
    return { locks, problem: undefined };
  } catch (error) {
    return { locks, problem: problemOf(error, { ref: lockRef(target), entry: null, commit: null }) };
  }
}

/** A person who locks over a damaged lock begins the chain anew; so does whoever wants the older ones forgotten. */
function beginning({ locks, problem }: Walked, ref: string, known: Known): readonly Problem[] {
  const [first] = locks;
  if (problem !== undefined || first === undefined) return [];
  const { decision, waivers, releases, sequence, target } = first.lock;
  if (decision.kind !== 'lock' || waivers.length > 0 || releases.length > 0)
    return [
      broken(whereOf(first, ref), { code: 'broken-link', message: 'it is the first, and it decides on another' }),
    ];
  const vouched = Math.max(lowestSequence(known.found?.anchor, target), known.memory.locks.get(target)?.sequence ?? 0);
  if (sequence <= Math.max(1, vouched)) return [];
  return [
    unknown(whereOf(first, ref), {
      code: 'broken-link',
      message: `the chain begins anew at sequence ${sequence}, and nobody outside the repository vouches for that`,
      next: `whoever knows of it says so in the anchor: pawl trust; else find a clone that has the locks before it`,
    }),
  ];
}

function ofThisRepository(locks: readonly LockEntry[], ref: string, { memory, found }: Known): readonly Problem[] {
  const newest = locks.at(-1);
  const ours = found?.anchor.repository ?? memory.repository;
  if (newest === undefined || ours === undefined || newest.lock.repository === ours) return [];
  const message = `it is of the repository ${newest.lock.repository}, and this one is ${ours}`;
  return [broken(whereOf(newest, ref), { code: 'wrong-repository', message })];
}

/** What was seen here, or what the anchor names, must still be in the chain and not beyond its end. */
function place(
  { locks, problem }: Walked,
  { target, ref, known }: { readonly target: string; readonly ref: string; readonly known: Known },
): readonly Problem[] {
  const newest = locks.at(-1);
  if (newest === undefined) return [];
  const rolledBack = (message: string): readonly Problem[] => [
    broken(whereOf(newest, ref), { code: 'lock-rolled-back', message }),
  ];
  const lowest = lowestSequence(known.found?.anchor, target);
  if (newest.lock.sequence < lowest)
    return rolledBack(`it is the newest, and the anchor wants sequence ${lowest} at least`);
  const mark = known.memory.locks.get(target);
  if (mark === undefined) return [];
  if (newest.lock.sequence < mark.sequence)
    return rolledBack(`it is the newest, and sequence ${mark.sequence} (commit ${mark.commit}) was seen here`);
  const seen = locks.find(({ lock }) => lock.sequence === mark.sequence);
  if (seen === undefined ? problem !== undefined : seen.commit === mark.commit) return [];
  return rolledBack(`sequence ${mark.sequence} was seen here as commit ${mark.commit}, which is not in the chain`);
}

async function judgeAll(
  entries: readonly LockEntry[],
  ref: string,
  trust: AuditTrust,
): Promise<{ readonly locks: readonly AuditedLock[]; readonly problems: readonly Problem[] }> {
  const locks: AuditedLock[] = [];
  const problems: Problem[] = [];
  let known = trust.known;
  let highest: Assurance = 'unsigned';
  for (const entry of entries) {
    try {
      const { firstSeen, ...judged } = await judgeOne(entry, entry === entries.at(-1), known, trust);
      // Who signed first is the one who may go on, where nobody outside the repository says otherwise.
      if (firstSeen !== undefined) known = { ...known, memory: { ...known.memory, signers: [firstSeen] } };
      if (isLess(judged.assurance, highest) && !isVouched(entry, known))
        problems.push(broken(whereOf(entry, ref), fell(judged.assurance, highest)));
      highest = higher(highest, judged.assurance);
      locks.push({ ...entry, ...judged });
    } catch (error) {
      problems.push(problemOf(error, whereOf(entry, ref)));
      locks.push(entry);
    }
  }
  return { locks, problems };
}

/**
 * The newest lock is judged as a check does, at the present. One before it is judged at its time: that it was then, and not
 * written yesterday by a key that has expired, is what the lock after it vouches for.
 */
function judgeOne(
  entry: LockEntry,
  isNewest: boolean,
  known: Known,
  trust: AuditTrust,
): ReturnType<typeof judgeSignature> {
  const signatures = () => trust.signaturesAt(isNewest ? trust.now : entry.at);
  return judgeSignature(entry.lock, entry.signature, isNewest ? known : asOf(entry, known), { signatures });
}

/** Before the sequence that the anchor wants, and before the first signature, less was demanded. */
function asOf({ lock }: LockEntry, { memory, found }: Known): Known {
  const before: Known = { found, memory: { ...memory, assurance: 'unsigned' } };
  if (found === undefined || lock.sequence >= lowestSequence(found.anchor, lock.target)) return before;
  return { ...before, found: { ...found, anchor: { ...found.anchor, assurance: 'unsigned' } } };
}

/** Whoever wrote the anchor knows of this lock and of what came before it. */
function isVouched({ lock }: LockEntry, { found }: Known): boolean {
  return lock.sequence <= lowestSequence(found?.anchor, lock.target);
}

function fell(assurance: Assurance, highest: Assurance): { readonly code: string; readonly message: string } {
  return { code: 'assurance-fell', message: `it is ${assurance}, and one before it was ${highest}` };
}

export function whereOf({ lock, commit }: LockEntry, ref: string): Where {
  return { ref, entry: `lock ${lock.sequence}`, commit };
}
