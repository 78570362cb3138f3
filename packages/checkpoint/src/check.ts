import type { AcceptedItem } from '@pawl/baseline';
import type { Config } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import { NO_COVERAGE } from '@pawl/findings';
import { INDEX, type Repository } from '@pawl/git';
import { caseId, openCase, openLoopMarks } from '@pawl/ledger';
import { decide, type Evidence, opensCase, type Verdict } from '@pawl/verdict';
import { answer } from './answer.ts';
import { ask, type Asked } from './ask.ts';
import type { Audience } from './audience.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { waived } from './decisions/waived.ts';
import { isGated } from './gated.ts';
import type { Judged } from './judge.ts';
import { type Latch, latchOf } from './latch.ts';
import { once } from './once.ts';
import type { CacheWanted, Front } from './open-cache-for.ts';
import { optimiseLate } from './optimise-late.ts';
import type { PartReport } from './parts/parts-given.ts';
import type { Judgement } from './record.ts';
import { type Tell, tellOf } from './telling/tell-of.ts';
import { verdictOf } from './verdict-of.ts';

export interface Checked {
  readonly verdict: Verdict;
  /** What the verdict was made from; never for an agent. */
  readonly evidence: Evidence;
  /** What a person accepted of it for a while; it is in the evidence no longer. */
  readonly accepted: readonly AcceptedItem[];
  readonly audience: Audience;
  /** The number of the case that the verdict opened, or of the one that keeps the loop stopped. */
  readonly case: string | undefined;
  /** The cases that keep the loop stopped, whatever was judged now. */
  readonly latch: readonly string[];
  /** What a person commits by hand is reported on; the policy says whether it is refused too. */
  readonly people: Config['people'];
  /** Who is told of it, and what about; absent where the lock wants nobody told, or nobody's loop was judged. */
  readonly tell: Tell | undefined;
  /** Whose work was judged, and from which work tree; absent where two revisions were compared. */
  readonly judgedIn: JudgedIn | undefined;
  /** What became of the parts that were given. */
  readonly parts?: readonly PartReport[];
}

export interface JudgedIn extends Pick<Repository, 'commonDir' | 'gitDir'> {
  readonly loop: string;
}

const NO_LATCH: Latch = { cases: [], stops: [], isRecorded: true };
const NOTHING_COMPARED: Evidence['coverage'] = {
  base: NO_COVERAGE,
  head: NO_COVERAGE,
  renames: new Map(),
  deleted: new Set(),
};

/** Judges the index or a revision, against the lock or another revision, and records what was judged against a lock. */
export async function check(request: CheckRequest, context: Context): Promise<Checked> {
  const engines = once(() => loadEngines(request, context));
  // The engines are most of the program: they load while git answers, because a hook is felt at every commit. What is asked in
  // full may have been answered before, and then none of them is needed.
  const [asked] = await Promise.all([ask(request, context), request.tier === 'fast' ? engines() : undefined]);
  const judge = async (subject: Asked, front?: Front): Promise<Judged> => {
    return judgeIn(await engines(), subject, front ? { ...request, front } : request, context);
  };
  const answered = once(() => answer(asked, judge, request, context));
  // A loop is seldom stopped, so a commit does not wait for the look. What fails meanwhile is told below, if it is asked for.
  if (request.tier === 'fast') answered().catch(() => undefined);
  const latch = await latchIn(asked, request, context);
  if (latch.cases.length > 0 && isGated(asked)) return stoppedAlready(asked, latch, request, context);
  const { verdict: found, evidence: all, tree, parts } = await answered();
  const { question, audience, locked, repository } = asked;
  // What is found does not depend on the clock; what is accepted of it does, so it comes after what may be kept.
  const { evidence, accepted } = await waived(all, {
    lock: locked?.stored.lock ?? { waivers: [] },
    now: context.now(),
    question: { ...question, head: tree },
    repository,
    syntax: async () => (await engines()).syntax,
  });
  const verdict: Verdict = {
    ...(accepted.length === 0 ? found : verdictOf(evidence, question, found.timings)),
    head: question.head === INDEX ? tree : question.head,
    assurance: asked.locked?.stored.assurance ?? 'unsigned',
  };
  const opened = await recordOf({ asked, verdict, tree, latch: latch.stops }, request, context);
  const { people } = question.config;
  const tell = tellOf(asked, tree, context);
  return {
    verdict,
    evidence,
    accepted,
    audience,
    case: opened,
    latch: latch.cases,
    people,
    tell,
    judgedIn: judgedIn(asked),
    ...(parts ? { parts } : {}),
  };
}

function judgedIn({ repository: { commonDir, gitDir }, locked }: Asked): JudgedIn | undefined {
  return locked && { commonDir, gitDir, loop: locked.loop };
}

async function latchIn(
  { repository, seen, locked }: Asked,
  { identity }: CheckRequest,
  { env }: Context,
): Promise<Latch> {
  if (locked === undefined) return NO_LATCH;
  const by = { identity, marks: openLoopMarks(repository.commonDir, env) };
  return latchOf(seen, locked, by).catch((error: unknown) => {
    // Who appended since the refs were listed is remembered already, and took nothing back.
    if (isPawlError(error) && error.code === 'loop-rolled-back') return latchOf(repository, locked, by);
    throw error;
  });
}

async function loadEngines(request: CheckRequest, context: Context) {
  optimiseLate();
  const [{ startSyntax, ...engines }] = await Promise.all([
    import('./judge.ts'),
    request.tier === 'fast' ? import('./judge-invariants.ts') : undefined,
  ]);
  return { ...engines, syntax: startSyntax(request, context) };
}

async function judgeIn(
  { judge, openWorkshop, syntax }: Awaited<ReturnType<typeof loadEngines>>,
  asked: Asked,
  request: CacheWanted & Pick<CheckRequest, 'standard'>,
  context: Context,
): Promise<Judged> {
  const workshop = await openWorkshop(asked, syntax, request, context);
  const judged = await judge(workshop, asked.question);
  await workshop.close();
  return judged;
}

/** Nothing is judged for who was stopped: each further answer would tell a little of what passes. */
async function stoppedAlready(
  asked: Asked,
  { cases, stops, isRecorded }: Latch,
  request: CheckRequest,
  context: Context,
): Promise<Checked> {
  const { question, audience, locked } = asked;
  const evidence: Evidence = { latch: cases, coverage: NOTHING_COMPARED };
  const tree = await asked.tree();
  const verdict: Verdict = {
    schema: 'pawl/verdict@1',
    base: question.base,
    head: question.head === INDEX ? tree : question.head,
    tier: question.tier,
    assurance: locked?.stored.assurance ?? 'unsigned',
    drift: null,
    ...decide(evidence, question.config.policy),
    timings: {},
  };
  // So that the stop stays with this name too, whatever becomes of the work that it was inherited with.
  if (locked !== undefined && !isRecorded) {
    const { record } = await import('./record.ts');
    await record({ ...asked, locked, verdict, tree, latch: stops, opened: undefined }, request, context);
  }
  const { people } = question.config;
  const tell = tellOf(asked, tree, context);
  return {
    verdict,
    evidence,
    accepted: [],
    audience,
    case: cases[0],
    latch: cases,
    people,
    tell,
    judgedIn: judgedIn(asked),
  };
}

/** Opens a case where the verdict wants one, and records the judgement. Gives the number of the case. */
async function recordOf(
  { asked, verdict, tree, latch }: Pick<Judgement, 'verdict' | 'tree' | 'latch'> & { readonly asked: Asked },
  request: CheckRequest,
  context: Context,
): Promise<string | undefined> {
  const { locked, question, repository } = asked;
  const { base, tier, only } = question;
  const caseQuestion = { lock: locked?.stored.commit ?? null, base, tree, tier };
  const opened = opensCase(verdict.reasons) ? caseId(caseQuestion) : undefined;
  // Two revisions compared without a lock, or a part of the question, are asked out of curiosity: nobody's loop is judged.
  if (locked === undefined || only !== undefined) return opened;
  if (opened !== undefined) await openCase(repository.commonDir, caseQuestion, context.now());
  const { record } = await import('./record.ts');
  await record({ ...asked, locked, verdict, tree, latch, opened }, request, context);
  return opened;
}
