import type { Inventory, Waiver } from '@pawl/baseline';
import { readResolvedConfig } from '@pawl/config';
import { type Case, caseId, loadInventory, loadLockAt, type StoredLock } from '@pawl/ledger';
import type { Evidence, Verdict } from '@pawl/verdict';
import type { Context } from '../context.ts';
import type { Question } from '../question.ts';
import type { ChangedFile } from '../read-change.ts';
import { verdictOf } from '../verdict-of.ts';
import { DecisionRefused } from './decision-refused.ts';
import type { Desk } from './open-desk.ts';
import { waived } from './waived.ts';

/** A case as it was judged, from nothing but its question. */
export interface Recomputed {
  readonly lock: StoredLock;
  /** With the waivers of that lock, as it was answered. */
  readonly verdict: Omit<Verdict, 'assurance'>;
  /** Without any waiver: everything that slipped, so that each item has the same number whatever is accepted by now. */
  readonly judged: Omit<Verdict, 'assurance'>;
  /** What `judged` was made from. */
  readonly evidence: Evidence;
  readonly files: readonly ChangedFile[];
  /** The evidence as it would be with other waivers. */
  readonly waivedBy: (waivers: readonly Waiver[], now: Date) => Promise<Evidence>;
}

/** Judges a case again, by the lock that it was made under and not by the present one. */
export async function recompute(
  desk: Desk,
  of: Case,
  context: Context,
  // Who audits does not believe what was found before: a cache is a file that an agent can write.
  { cache, logs = [] }: { readonly cache: boolean; readonly logs?: readonly string[] } = { cache: true },
): Promise<Recomputed> {
  const { repository } = desk;
  const [{ judge, openWorkshop, startSyntax }, { compare, readFiles }] = await Promise.all([
    import('../judge.ts'),
    import('../read-change.ts'),
  ]);
  const stored = await lockOf(desk, of);
  const question = await questionOf(stored, of, logs, repository);
  const request = { tier: question.tier, cache, only: undefined };
  const syntax = startSyntax(request, context);
  const workshop = await openWorkshop(
    { repository, question, locked: { stored: { ...desk.lock, ...stored } } },
    syntax,
    request,
    context,
  );
  const { verdict: judged, evidence } = await judge(workshop, question);
  await workshop.close();
  const waivedBy = async (waivers: readonly Waiver[], now: Date): Promise<Evidence> =>
    (await waived(evidence, { lock: { waivers }, now, question, repository, syntax: () => syntax })).evidence;
  const answered = verdictOf(await waivedBy(stored.lock.waivers, context.now()), question, judged.timings);
  const files = await readFiles(
    repository,
    await compare(repository, question.baseTree, of.question.tree, question.config),
    question.config,
  );
  const head = of.question.tree;
  return { lock: stored, verdict: { ...answered, head }, judged: { ...judged, head }, evidence, files, waivedBy };
}

/** A note of a case lies where anybody can write it: it must not name its own judge. */
async function lockOf({ repository, lock }: Desk, of: Case): Promise<StoredLock> {
  const { target } = lock.lock;
  const commit = namesItself(of) ? of.question.lock : null;
  if (commit !== null && (commit === lock.commit || (await repository.isAncestor(commit, lock.commit))))
    return loadLockAt(repository, target, commit);
  throw new DecisionRefused('foreign-case', `case ${of.id} was not judged by a lock in the chain of ${target}`, {
    next: 'name the protected branch with --target, or judge what is there now: pawl check',
  });
}

/** The number is what the loop was told: it is the digest of the question, so it cannot be of another one. */
function namesItself({ id, question }: Case): boolean {
  const ids = [question.lock, question.base, question.tree];
  return ids.every((name) => /^[0-9a-f]{40,64}$/u.test(String(name))) && caseId(question) === id;
}

async function questionOf(
  stored: StoredLock,
  { question: { base, tree, tier } }: Case,
  logs: readonly string[],
  repository: Desk['repository'],
): Promise<Question> {
  const { lock } = stored;
  const isMoved = base !== lock.commit;
  const inventory = (): Promise<Inventory> => loadInventory(repository, stored);
  return {
    base,
    baseTree: isMoved ? await repository.resolveTree(base) : lock.tree,
    head: tree,
    tier,
    only: undefined,
    config: readResolvedConfig(lock.configuration),
    locked: {
      tools: lock.tools,
      gateFiles: isMoved ? {} : lock.gateFiles,
      moved: isMoved ? { from: lock.commit, fromTree: lock.tree } : undefined,
    },
    logs: { base: { kind: 'locked', tools: tier === 'fast' ? [] : lock.tools, inventory }, head: logs },
  };
}
