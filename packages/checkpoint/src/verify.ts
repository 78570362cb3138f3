import { randomInt } from 'node:crypto';
import { PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import {
  type AuditedEntry,
  type LedgerAudit,
  listKept,
  type LockAudit,
  type LoopAudit,
  openAudit,
  type Problem,
  questionDigest,
  verifyLedger,
} from '@pawl/ledger';
import { type Audience, audienceOf } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';

export interface VerifyRequest {
  readonly directory: string | undefined;
  /** How many verdicts are recomputed, picked at random. */
  readonly recompute: 'all' | 'none' | number;
}

/** How far the work has come; nothing is known of the total before the chains were walked. */
export type VerifyProgress = (done: number, total: number, what: string) => void;

export interface Verified {
  /** What all of it was held against. */
  readonly basis:
    | { readonly kind: 'anchor'; readonly from: string }
    | { readonly kind: 'memory'; readonly from: string }
    | { readonly kind: 'nothing' };
  readonly locks: readonly LockAudit[];
  readonly loops: readonly LoopAudit[];
  readonly problems: readonly Problem[];
  readonly recomputed: {
    /** Different questions that were answered. */
    readonly questions: number;
    /** Those that were to be asked again. */
    readonly asked: number;
    /** Those that gave an answer here, and those of them that gave the recorded one. */
    readonly told: number;
    readonly held: number;
  };
}

export class VerifyError extends PawlError<'no-ledger' | 'shallow-clone'> {}

/** Holds the whole ledger against what lies outside the repository, and recomputes what was judged. Writes nothing in it. */
export async function verify(request: VerifyRequest, context: Context, progress: VerifyProgress): Promise<Verified> {
  const repository = await repositoryOf(context, request.directory);
  if (await repository.isShallow()) throw shallow();
  const means = openAudit(repository, context);
  let walked = 0;
  const audit = await verifyLedger({
    ...{ store: repository, ...means },
    progress: () => progress((walked += 1), walked, 'checkpoints read'),
  });
  if (audit.locks.length + audit.loops.length + audit.problems.length === 0) throw nothing();
  const kept = await keptCases(repository, audit);
  const audience = audienceOf({ env: context.env, branch: await repository.branch(), terminal: context.terminal });
  const recomputing = { repository, context, progress, audience, trust: means.trust };
  const recomputed = await recomputeAll(audit, request, recomputing);
  const problems = [...audit.problems, ...kept, ...recomputed.problems];
  // From now on nothing that holds today can be cut away unseen.
  if (problems.every(({ kind }) => kind !== 'broken')) await rememberTips(audit, means.marks);
  return {
    basis: basisOf(audit, means.trust.memory.place),
    locks: audit.locks,
    loops: audit.loops,
    problems,
    recomputed: recomputed.figures,
  };
}

function basisOf({ trust: { known } }: LedgerAudit, place: string): Verified['basis'] {
  if (known.found !== undefined) return { kind: 'anchor', from: known.found.from };
  return known.memory.repository === undefined ? { kind: 'nothing' } : { kind: 'memory', from: place };
}

async function rememberTips({ loops }: LedgerAudit, marks: ReturnType<typeof openAudit>['marks']): Promise<void> {
  for (const { loop, entries } of loops) {
    const tip = entries.at(-1);
    if (tip) await marks.remember({ loop, sequence: tip.statement.predicate.sequence, commit: tip.commit });
  }
}

/** A case is read from its tree. A clone never had those that no branch holds; but what was kept here must be here. */
async function keptCases(repository: Repository, { loops }: LedgerAudit): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { case: number, tree } of await listKept(repository.commonDir)) {
    const objects = repository.openObjects();
    const isHere = await objects.tree(tree).then(
      () => true,
      () => false,
    );
    objects.close();
    if (isHere) continue;
    const entry = loops.flatMap(({ entries }) => entries).find((one) => one.statement.predicate.case === number);
    problems.push({
      kind: 'broken',
      ref: entry?.ref ?? 'refs/pawl/loop/',
      entry: entry ? `checkpoint ${entry.statement.predicate.sequence}` : null,
      commit: entry?.commit ?? null,
      code: 'case-gone',
      message: `the tree of case ${number} (${tree}) was kept here and is gone or damaged`,
      next: 'fetch it from where it was judged, or judge what is there now: pawl check',
    });
  }
  return problems;
}

interface Recomputing {
  readonly repository: Repository;
  readonly trust: ReturnType<typeof openAudit>['trust'];
  readonly context: Context;
  readonly progress: VerifyProgress;
  readonly audience: Audience;
}

async function recomputeAll(
  { locks, loops }: LedgerAudit,
  { recompute }: VerifyRequest,
  { progress, ...means }: Recomputing,
): Promise<{ readonly problems: readonly Problem[]; readonly figures: Verified['recomputed'] }> {
  const questions = differentQuestions(loops.flatMap(({ entries }) => entries));
  const asked = recompute === 'all' ? questions : sampleOf(questions, recompute === 'none' ? 0 : recompute);
  const problems: Problem[] = [];
  if (asked.length > 0) {
    const { recomputeEntry } = await import('./verify-recompute.ts');
    for (const [at, entry] of asked.entries()) {
      progress(at, asked.length, 'verdicts recomputed');
      const problem = await recomputeEntry(entry, { ...means, locks });
      if (problem !== undefined) problems.push(problem);
    }
  }
  const told = asked.length - problems.filter(({ kind }) => kind === 'unknown').length;
  const held = asked.length - problems.length;
  const figures = { questions: questions.length, asked: asked.length, told, held };
  return { problems, figures };
}

/** The same question with the same answer needs to be asked only once, however often it was recorded. */
function differentQuestions(entries: readonly AuditedEntry[]): readonly AuditedEntry[] {
  const keyOf = ({ statement: { predicate } }: AuditedEntry): string =>
    `${predicate.outcome} ${questionDigest(predicate.question)}`;
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

/** At random, so that nobody knows beforehand which ones are looked at. */
function sampleOf<Item>(items: readonly Item[], size: number): readonly Item[] {
  const left = [...items];
  const picked: Item[] = [];
  while (picked.length < size && left.length > 0) picked.push(...left.splice(randomInt(left.length), 1));
  return picked;
}

function shallow(): VerifyError {
  return new VerifyError('shallow-clone', 'the history of this clone is cut, so that a chain may seem to end here', {
    next: 'fetch the rest: git fetch --unshallow',
  });
}

function nothing(): VerifyError {
  return new VerifyError('no-ledger', 'there is no ledger here', {
    next: 'fetch it: pawl sync; or begin one: pawl lock',
  });
}
