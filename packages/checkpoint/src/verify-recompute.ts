import { caseId, type AuditedEntry, type LockAudit, type Problem, type Trust, type TrustedLock } from '@pawl/ledger';
import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { opensCase, type Verdict } from '@pawl/verdict';
import type { Audience } from './audience.ts';
import { protectedTips } from './base.ts';
import type { Context } from './context.ts';
import { recompute } from './decisions/recompute.ts';
import { toolsDigest } from './record.ts';

export interface RecomputeMeans {
  readonly repository: Repository;
  readonly trust: Trust;
  readonly locks: readonly LockAudit[];
  readonly context: Context;
  /** An agent that was stopped is not told what was missing: with the case it would tell where to look. */
  readonly audience: Audience;
}

/** `undefined`: the same answer. Else what is wrong, or why it cannot be told here. */
export type Recomputation = Problem | undefined;

type Outcome = 'clean' | 'stopped' | 'inconclusive';

/** Asks the question of a checkpoint again, of the same lock and the same objects, with nothing that was found before. */
export async function recomputeEntry(entry: AuditedEntry, means: RecomputeMeans): Promise<Recomputation> {
  const { predicate } = entry.statement;
  const chain = means.locks.find(({ locks }) => locks.some(({ commit }) => commit === predicate.question.lock));
  const newest = chain?.locks.at(-1);
  const by = entry.by;
  if (chain === undefined || newest === undefined || by === undefined)
    return untold(entry, 'its lock is not in a chain of locks that holds');
  try {
    const strange = await strangeBase(means.repository, predicate.question.base, chain.target, by.lock.commit);
    if (strange !== undefined) return untold(entry, strange);
    const lock: TrustedLock = { assurance: 'unsigned', ...newest };
    const desk = { repository: means.repository, branch: undefined, trust: means.trust, lock };
    const { base, tree, tier } = predicate.question;
    const question = { lock: by.commit, base, tree, tier };
    const asked = { id: caseId(question), question, openedAt: predicate.at };
    // A waiver counts as of the instant at which it was judged.
    const { verdict } = await recompute(
      desk,
      asked,
      { ...means.context, now: () => new Date(predicate.at) },
      { cache: false },
    );
    return compare(entry, verdict, { judges: toolsDigest({ ...by, assurance: 'unsigned' }), audience: means.audience });
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return untold(entry, error.message);
  }
}

/** What was compared with decides as much as what was judged: it has to be what people had accepted. */
async function strangeBase(
  repository: Repository,
  base: string,
  target: string,
  locked: string,
): Promise<string | undefined> {
  if (base === locked) return undefined;
  for (const tip of await protectedTips(repository, target, undefined))
    if (await repository.isAncestor(base, tip)) return undefined;
  return `its base ${base.slice(0, 12)} is not on ${target}, as far as this repository knows`;
}

function compare(
  entry: AuditedEntry,
  verdict: Pick<Verdict, 'outcome' | 'reasons'>,
  { judges, audience }: { readonly judges: string; readonly audience: Audience },
): Recomputation {
  const { outcome: recorded, question } = entry.statement.predicate;
  const found: Outcome = opensCase(verdict.reasons)
    ? 'stopped'
    : verdict.outcome === 'clean'
      ? 'clean'
      : 'inconclusive';
  if (found === recorded) return undefined;
  const differs = `it was ${WORDS[recorded]}, and here it is ${WORDS[found]}`;
  if (question.tools !== judges) return untold(entry, `${differs}, by another version of Pawl or its tools`);
  if (found === 'inconclusive') return untold(entry, (audience === 'human' ? whyNot(verdict) : undefined) ?? differs);
  if (recorded === 'inconclusive' || entry.isSealed) return untold(entry, differs);
  return {
    kind: 'broken',
    ...placeOf(entry),
    code: 'verdict-differs',
    message: differs,
    next: 'somebody wrote this checkpoint by hand, or judged with something else than Pawl: find out who',
  };
}

const WORDS: Readonly<Record<Outcome, string>> = {
  clean: 'clean',
  stopped: 'stopped',
  inconclusive: '"could not tell"',
};

function whyNot({ reasons }: Pick<Verdict, 'reasons'>): string | undefined {
  return reasons.find(({ outcome }) => outcome === 'inconclusive')?.message;
}

function untold(entry: AuditedEntry, why: string): Problem {
  return {
    kind: 'unknown',
    ...placeOf(entry),
    code: 'not-recomputed',
    message: `it cannot be recomputed here: ${why}`,
    next: 'recompute where the tools, the logs and the commits are: pawl verify; or leave it out: pawl verify --no-recompute',
  };
}

function placeOf({ statement: { predicate }, commit, ref }: AuditedEntry): Pick<Problem, 'ref' | 'entry' | 'commit'> {
  return { ref, entry: `checkpoint ${predicate.sequence}`, commit };
}
