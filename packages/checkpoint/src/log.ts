import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import {
  type Assurance,
  auditLocks,
  type AuditedLock,
  type AuditTrust,
  type Checkpoint,
  listLoops,
  LOCK_REFS,
  numberOf,
  openAudit,
  openAuditTrust,
  targetOfRef,
  vouchFor,
  walkBack,
} from '@pawl/ledger';
import { type Context, repositoryOf } from './context.ts';

export interface LogRequest {
  readonly directory: string | undefined;
  /** Only this loop. */
  readonly loop: string | undefined;
  /** Only the locks of this branch. */
  readonly target: string | undefined;
  /** So many entries of each chain. */
  readonly limit: number;
}

export interface LoggedLock {
  readonly sequence: number;
  readonly commit: string;
  /** When it was decided. */
  readonly at: string;
  readonly decision: AuditedLock['lock']['decision'];
  /** `null` where the signature does not count. */
  readonly assurance: Assurance | null;
  readonly signedBy: string | null;
}

export interface LoggedCheckpoint extends Pick<
  Checkpoint,
  'sequence' | 'at' | 'outcome' | 'case' | 'latch' | 'audience' | 'identity'
> {
  readonly commit: string;
  readonly tier: Checkpoint['question']['tier'];
  readonly tree: string;
  readonly lockSequence: number;
  /** Who vouches for it; `null` for what an agent's own machine recorded. */
  readonly signedBy: string | null;
}

export interface LoggedChain<Entry> {
  readonly name: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Why the chain ends early; what stands above it holds. */
  readonly fault: string | undefined;
}

export interface Log {
  readonly locks: readonly LoggedChain<LoggedLock>[];
  readonly loops: readonly LoggedChain<LoggedCheckpoint>[];
}

/** The chains as they stand, newest first. What an agent may not know is not in them. */
export async function log({ directory, loop, target, limit }: LogRequest, context: Context): Promise<Log> {
  const repository = await repositoryOf(context, directory);
  const { trust, signaturesAt } = openAudit(repository, context);
  const audit = await openAuditTrust(trust, signaturesAt, () => Promise.resolve(undefined));
  const targets = [...(await repository.listRefs(LOCK_REFS))].map(([ref, tip]) => ({ name: targetOfRef(ref), tip }));
  const loops = [...(await listLoops(repository)).keys()];
  const [wantsLocks, wantsLoops] = [loop === undefined, target === undefined || loop !== undefined];
  const locks: LoggedChain<LoggedLock>[] = [];
  for (const chain of targets.filter(({ name }) => wantsLocks && (target === undefined || name === target)))
    locks.push(await lockChain(repository, chain, limit, audit));
  const checkpoints: LoggedChain<LoggedCheckpoint>[] = [];
  for (const name of loops.filter((one) => wantsLoops && (loop === undefined || one === loop)))
    checkpoints.push(await loopChain(repository, name, limit, audit));
  return { locks, loops: checkpoints };
}

async function lockChain(
  repository: Repository,
  { name, tip }: { readonly name: string; readonly tip: string },
  limit: number,
  trust: AuditTrust,
): Promise<LoggedChain<LoggedLock>> {
  const objects = repository.openObjects();
  try {
    const { locks, problems } = await auditLocks(objects, name, tip, trust);
    const entries = locks.slice(-limit).reverse().map(loggedLock);
    return { name, entries, fault: problems[0]?.message };
  } finally {
    objects.close();
  }
}

function loggedLock({ lock, commit, at, assurance, signedBy }: AuditedLock): LoggedLock {
  return {
    sequence: lock.sequence,
    commit,
    at: at.toISOString(),
    decision: lock.decision,
    assurance: assurance ?? null,
    signedBy: signedBy?.principal ?? null,
  };
}

async function loopChain(
  repository: Repository,
  name: string,
  limit: number,
  trust: AuditTrust,
): Promise<LoggedChain<LoggedCheckpoint>> {
  const entries: LoggedCheckpoint[] = [];
  try {
    for await (const entry of walkBack(repository, name)) {
      if (entries.length === limit) break;
      const { predicate } = entry.statement;
      const voucher = await vouchFor(entry, trust);
      const { sequence, at, outcome, case: opened, latch, audience, identity, question } = predicate;
      entries.push({
        ...{
          sequence,
          commit: entry.commit,
          at,
          outcome,
          case: opened,
          latch: latch.map(numberOf),
          audience,
          identity,
        },
        ...{ tier: question.tier, tree: question.tree, lockSequence: question.lockSequence },
        signedBy: voucher?.isAnchored === true ? voucher.principal : (voucher?.fingerprint ?? null),
      });
    }
    return { name, entries, fault: undefined };
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return { name, entries, fault: error.message };
  }
}
