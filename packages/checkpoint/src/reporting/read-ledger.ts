import type { Repository } from '@pawl/git';
import { isPawlError } from '@pawl/errors';
import {
  type AuditedEntry,
  type AuditedLock,
  type LedgerAudit,
  type LoopAudit,
  openAudit,
  verifyLedger,
  vouchFor,
  walkBack,
} from '@pawl/ledger';
import type { ReportLedger } from '@pawl/report/page';
import type { Context } from '../context.ts';
import { verify } from '../verify.ts';
import type { ReportProgress, ReportRequest } from './report-request.ts';

/** The chains as they stand, and what is known of whether they hold. */
export interface ReadLedger {
  readonly audit: LedgerAudit;
  readonly told: ReportLedger;
}

/** Walks every chain and holds it against what lies outside the repository; on request every verdict is recomputed, too. */
export async function readLedger(
  repository: Repository,
  { directory, verify: wanted }: Pick<ReportRequest, 'directory' | 'verify'>,
  context: Context,
  progress: ReportProgress,
): Promise<ReadLedger> {
  const means = openAudit(repository, context);
  let walked = 0;
  const walking = (): void => progress((walked += 1), walked, 'checkpoints read');
  const audit = await verifyLedger({ store: repository, ...means, progress: walking });
  const chains = [
    ...audit.locks.map(({ ref, locks }) => ({ ref, entries: locks.length })),
    ...audit.loops.map(({ ref, entries }) => ({ ref, entries: entries.length })),
  ];
  if (await repository.isShallow())
    return { audit, told: { state: 'not-verified', basis: null, chains, faults: [SHALLOW] } };
  const recomputed =
    wanted && chains.length > 0 ? await verify({ directory, recompute: 'all' }, context, progress) : undefined;
  const faults = (recomputed ?? audit).problems.map(({ ref, entry, message, next }) => {
    return { message: `${ref}${entry === null ? '' : `, ${entry}`}: ${message}`, next };
  });
  const basis = basisOf(audit, means.trust.memory.place, recomputed !== undefined);
  const state = faults.length > 0 ? 'faults' : chains.length === 0 || basis === null ? 'not-verified' : 'whole';
  return { audit, told: { state, basis, chains, faults } };
}

const SHALLOW = {
  message: 'the history of this clone is cut, so that a chain may seem to end here',
  next: 'fetch the rest: git fetch --unshallow',
};

/** `null`: against nothing but itself, which proves nothing. */
function basisOf({ trust: { known } }: LedgerAudit, place: string, isRecomputed: boolean): string | null {
  const how = isRecomputed ? ', and every verdict recomputed' : '; no verdict was recomputed: pawl report --verify';
  if (known.found !== undefined) return `the anchor in ${known.found.from}${how}`;
  return known.memory.repository === undefined ? null : `what this machine has seen before (${place})${how}`;
}

/** The entries of a loop, oldest first, and whether the newest one is among them. */
export interface LoopEntries {
  readonly entries: readonly AuditedEntry[];
  readonly hasTip: boolean;
}

/** Where a chain is broken, what stands before the break and what stands behind it: what holds is shown, and the fault beside it. */
export async function entriesOf(
  repository: Repository,
  loop: LoopAudit,
  { locks, trust }: LedgerAudit,
): Promise<LoopEntries> {
  const last = loop.entries.at(-1);
  const tip = (await repository.readRef(loop.ref).catch(unlessUnreadable)) ?? undefined;
  if (last !== undefined && last.commit === tip) return { entries: loop.entries, hasTip: true };
  const newer: AuditedEntry[] = [];
  try {
    for await (const { sealed, ...entry } of walkBack(repository, loop.loop)) {
      if (entry.commit === last?.commit) break;
      const by = lockOf(
        locks.flatMap((chain) => chain.locks),
        entry.statement.predicate.question.lock,
      );
      const voucher = await vouchFor(entry, trust);
      newer.unshift({ ...entry, ref: loop.ref, isSealed: sealed !== undefined, by, ...(voucher && { voucher }) });
    }
  } catch (error) {
    // The audit has told what is wrong with this chain.
    if (!isPawlError(error)) throw error;
  }
  return { entries: [...loop.entries, ...newer], hasTip: newer.length > 0 };
}

function lockOf(locks: readonly AuditedLock[], commit: string): AuditedLock | undefined {
  return locks.find((lock) => lock.commit === commit);
}

function unlessUnreadable(error: unknown): undefined {
  if (isPawlError(error)) return undefined;
  throw error;
}
