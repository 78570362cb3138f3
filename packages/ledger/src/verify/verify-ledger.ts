import { caseDigest } from '../cases.ts';
import { numberOf } from '../loop/latch-of-tip.ts';
import { LOCK_REFS, lockRef, targetOfRef } from '../lock-ref.ts';
import { LOOP_REFS, loopOfRef, loopRef } from '../loop/loop-ref.ts';
import type { Signatures } from '../signatures.ts';
import type { Trust } from '../trust.ts';
import { auditLocks, type LockAudit } from './audit-locks.ts';
import { auditLoop, type LoopAudit, rolledBack } from './audit-loops.ts';
import type { AuditStore } from './audit-store.ts';
import { type AuditTrust, openAuditTrust } from './audit-trust.ts';
import type { LoopMark, LoopMarks } from './loop-marks.ts';
import { broken, type Problem, problemOf, unknown } from './problem.ts';

export interface LedgerQuery {
  readonly store: AuditStore;
  readonly trust: Trust;
  readonly signaturesAt: (at: Date) => Promise<Signatures>;
  readonly marks: LoopMarks;
  /** Told after every checkpoint that was looked at. */
  readonly progress?: () => void;
}

/** What was found of all chains. Only no problem at all means that everything holds. */
export interface LedgerAudit {
  /** What the chains were held against. */
  readonly trust: AuditTrust;
  readonly locks: readonly LockAudit[];
  readonly loops: readonly LoopAudit[];
  /** Of all chains, and of chains that should be there and are not. Empty: all holds. */
  readonly problems: readonly Problem[];
}

/**
 * Holds every chain of locks and of loops against what lies outside the repository: the anchor, else what this machine
 * remembers. It writes nothing. Every object is read and hashed; what is wrong is told, not thrown.
 */
export async function verifyLedger(query: LedgerQuery): Promise<LedgerAudit> {
  const { store, marks } = query;
  const [lockRefs, loopRefs] = await Promise.all([refsOf(store, LOCKS), refsOf(store, LOOPS)]);
  const trust = await openAuditTrust(query.trust, query.signaturesAt, () => claimedId(store, lockRefs.found));
  const locks: LockAudit[] = [];
  for (const [target, commit] of lockRefs.found) locks.push(await lockChain(store, target, commit, trust));
  const known = await marks.list();
  const loops: LoopAudit[] = [];
  for (const loop of loopRefs.found.keys()) {
    const mark = known.find((one) => one.loop === loop);
    const progress = query.progress && { progress: query.progress };
    loops.push(await auditLoop({ store, loop, locks, trust, mark, ...progress }));
  }
  const problems = [
    ...lockRefs.problems,
    ...missingLocks(lockRefs, trust),
    ...locks.flatMap((audit) => audit.problems),
    ...loopRefs.problems,
    ...missingLoops(loopRefs, known),
    ...loops.flatMap((audit) => audit.problems),
    ...strangeLatches(loops),
  ];
  return { trust, locks, loops, problems };
}

async function lockChain(store: AuditStore, target: string, commit: string, trust: AuditTrust): Promise<LockAudit> {
  // git gives up on everything after one damaged object, so that each chain has a reader of its own.
  const objects = store.openObjects();
  try {
    return await auditLocks(objects, target, commit, trust);
  } finally {
    objects.close();
  }
}

interface Family {
  readonly prefix: string;
  readonly nameOf: (ref: string) => string;
  readonly refOf: (name: string) => string;
}

const LOCKS: Family = { prefix: LOCK_REFS, nameOf: targetOfRef, refOf: lockRef };
const LOOPS: Family = { prefix: LOOP_REFS, nameOf: loopOfRef, refOf: loopRef };

interface Refs {
  readonly found: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** By the name that is encoded in each. A ref that git cannot read hides all others of its kind: that is told, too. */
async function refsOf(store: AuditStore, { prefix, nameOf, refOf }: Family): Promise<Refs> {
  let refs: ReadonlyMap<string, string>;
  try {
    refs = await store.listRefs(prefix);
  } catch (error) {
    return { found: new Map(), problems: [named(problemOf(error, { ref: prefix, entry: null, commit: null }), error)] };
  }
  const found = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [ref, commit] of refs) {
    const name = nameIn(ref, nameOf);
    if (name !== undefined && refOf(name) === ref) found.set(name, commit);
    else {
      const fault = {
        code: 'strange-ref',
        message: 'Pawl gives no chain this name',
        next: `see what it is: git log ${ref}`,
      };
      problems.push(broken({ ref, entry: null, commit }, fault));
    }
  }
  return { found, problems };
}

function nameIn(ref: string, nameOf: (ref: string) => string): string | undefined {
  try {
    return nameOf(ref);
  } catch {
    return undefined;
  }
}

/** git's own words name the ref; the door's do not. */
function named(problem: Problem, error: unknown): Problem {
  const words = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const refs = new Set([...words.matchAll(/\brefs\/pawl\/[^\s'"]+/gu)].map(([ref]) => ref));
  return refs.size === 0 ? problem : { ...problem, message: `${problem.message}: ${[...refs].join(', ')}` };
}

async function claimedId(store: AuditStore, targets: ReadonlyMap<string, string>): Promise<string | undefined> {
  for (const [, commit] of targets) {
    const id = await idAt(store, commit).catch(() => undefined);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Only leads to an anchor, which is then held against it: so it is read without much ado. */
async function idAt(store: AuditStore, commit: string): Promise<string | undefined> {
  const bytes = await store.readCommitFile(commit, 'lock.json');
  return /"repository":"([0-9a-f]{32})"/u.exec(new TextDecoder().decode(bytes))?.[1];
}

function missingLocks({ found, problems }: Refs, { known }: AuditTrust): readonly Problem[] {
  if (problems.some(({ ref }) => ref === LOCK_REFS)) return [];
  const anchored = Object.keys(known.found?.anchor.locks ?? {});
  const expected = new Set([...known.memory.locks.keys(), ...anchored]);
  return [...expected]
    .filter((target) => !found.has(target))
    .map((target) => {
      const commit = known.memory.locks.get(target)?.commit ?? null;
      const message = commit === null ? 'the anchor names it, and it is not here' : 'it was here and is gone';
      const next = commit === null ? 'fetch it: pawl sync' : `put it back: git update-ref ${lockRef(target)} ${commit}`;
      return broken({ ref: lockRef(target), entry: null, commit }, { code: 'lock-missing', message, next });
    });
}

function missingLoops({ found, problems }: Refs, marks: readonly LoopMark[]): readonly Problem[] {
  if (problems.some(({ ref }) => ref === LOOP_REFS)) return [];
  return marks.filter(({ loop }) => !found.has(loop)).map((mark) => rolledBack(loopRef(mark.loop), mark));
}

/** A loop that goes on with the work of another one is stopped by what stopped that one; nothing else comes from outside. */
function strangeLatches(loops: readonly LoopAudit[]): readonly Problem[] {
  const predicates = loops.flatMap(({ entries }) => entries.map(({ statement }) => statement.predicate));
  const opened = new Set(
    predicates.flatMap(({ case: number, question }) => (number === null ? [] : [number, caseDigest(question)])),
  );
  return loops.flatMap(({ ref, entries }) =>
    entries.flatMap(({ commit, statement: { predicate } }, at) => {
      const before = entries[at - 1]?.statement.predicate.latch ?? [];
      const gained = predicate.latch.filter((stop) => !before.includes(stop) && !opened.has(stop));
      const where = { ref, entry: `checkpoint ${predicate.sequence}`, commit };
      return gained.map((stop) =>
        unknown(where, {
          code: 'latch-unknown',
          message: `it is stopped by case ${numberOf(stop)}, which no loop that is here opened`,
          next: 'fetch the loop that was stopped: pawl sync',
        }),
      );
    }),
  );
}
