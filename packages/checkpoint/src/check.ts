import type { Config } from '@pawl/config';
import { INDEX, type Repository } from '@pawl/git';
import { type CaseQuestion, caseId, openCase } from '@pawl/ledger';
import { type Evidence, opensCase, type Verdict } from '@pawl/verdict';
import { ask } from './ask.ts';
import type { Audience } from './audience.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';

export interface Checked {
  readonly verdict: Verdict;
  /** What the verdict was made from; never for an agent. */
  readonly evidence: Evidence;
  readonly audience: Audience;
  /** The number of the case that the verdict opened. */
  readonly case: string | undefined;
  /** What a person commits by hand is reported on; the policy says whether it is refused too. */
  readonly people: Config['people'];
}

/** Judges the index or a revision, against the lock or another revision. Writes nothing but the note of a case. */
export async function check(request: CheckRequest, context: Context): Promise<Checked> {
  // The engines are most of the program: they load while git answers, because a hook is felt at every commit.
  const [{ judge, openWorkshop, syntax }, asked] = await Promise.all([
    loadEngines(request, context),
    ask(request, context),
  ]);
  const { repository, audience, question, lock } = asked;
  const workshop = await openWorkshop(asked, syntax, request, context);
  const [{ verdict: judged, evidence }, tree] = await Promise.all([
    judge(workshop, question),
    question.head === INDEX ? repository.indexTree() : repository.resolveTree(question.head),
  ]);
  await workshop.close();
  const verdict: Verdict = { ...judged, head: question.head === INDEX ? tree : question.head };
  const opened = await caseFor(
    verdict,
    { lock: lock?.commit ?? null, base: question.base, tree, tier: question.tier },
    repository,
    context,
  );
  return { verdict, evidence, audience, case: opened, people: question.config.people };
}

async function loadEngines(request: CheckRequest, context: Context) {
  const { startSyntax, ...engines } = await import('./judge.ts');
  return { ...engines, syntax: startSyntax(request, context) };
}

async function caseFor(
  verdict: Verdict,
  question: CaseQuestion,
  { commonDir }: Repository,
  context: Context,
): Promise<string | undefined> {
  if (!opensCase(verdict.reasons)) return undefined;
  // Two revisions compared without a lock are a question out of curiosity: nobody's loop stopped.
  if (question.lock !== null) await openCase(commonDir, question, context.now());
  return caseId(question);
}
