import { INDEX } from '@pawl/git';
import type { Evidence } from '@pawl/verdict';
import type { Asked } from './ask.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import type { Judged } from './judge.ts';
import { keptJudgement, type LastingQuestion } from './judgements.ts';
import { type Front, openCacheFor } from './open-cache-for.ts';
import type { PartReport } from './parts/parts-given.ts';
import type { Question } from './question.ts';
import { type OpenVerdict, verdictOf } from './verdict-of.ts';

export interface Answer {
  readonly verdict: OpenVerdict;
  readonly evidence: Evidence;
  /** The tree that was judged. */
  readonly tree: string;
  /** What became of the parts that were given. */
  readonly parts?: readonly PartReport[];
}

/** From what was found before, else from a judgement, which is kept where it would come out the same another time. */
export async function answer(
  asked: Asked,
  judge: (asked: Asked, front?: Front) => Promise<Judged>,
  request: CheckRequest,
  context: Context,
): Promise<Answer> {
  const { parts, signAs } = request;
  if (parts !== undefined)
    return (await import('./parts/answer-by-parts.ts')).answerByParts(asked, judge, { parts, signAs }, context);
  const cache = await openCacheFor(asked.repository, context, request);
  const lasting = cache && (await lastingQuestion(asked));
  if (cache === undefined || lasting === undefined) {
    const tree = await asked.tree();
    return { ...(await judge({ ...asked, question: ofTree(asked.question, tree) })), tree };
  }
  const { question, tree } = lasting;
  const kept = keptJudgement(cache, lasting);
  const known = await kept.recall();
  if (known) return { verdict: verdictOf(known, question, {}), evidence: known, tree };
  const judged = await judge({ ...asked, question });
  if (judged.isLasting) await kept.keep(judged.evidence);
  await cache.close();
  return { ...judged, tree };
}

async function lastingQuestion(asked: Asked): Promise<LastingQuestion | undefined> {
  const { question, locked } = asked;
  if (locked === undefined || isLogAboutIndex(question)) return undefined;
  const tree = await asked.tree();
  return { question: ofTree(question, tree), lock: locked.stored, tree };
}

/**
 * The index as the tree that it is now: git does not hold it, and it may be another one before everything is read of it. What
 * is committed in the end is compared with this tree.
 */
export function ofTree(question: Question, tree: string): Question {
  return question.head === INDEX && !isLogAboutIndex(question) ? { ...question, head: tree } : question;
}

/** A log about the index is about none of the name that its tree has. */
function isLogAboutIndex({ head, logs }: Question): boolean {
  return head === INDEX && logs.head.length > 0;
}
