import { type Answer, ofTree } from '../answer.ts';
import type { Asked } from '../ask.ts';
import type { CheckRequest } from '../check-request.ts';
import type { Context } from '../context.ts';
import type { Judged } from '../judge.ts';
import type { Front } from '../open-cache-for.ts';
import { verdictOf } from '../verdict-of.ts';
import { judgedBy } from './judged-by.ts';
import { missingParts } from './missing-parts.ts';
import { openParts } from './open-parts.ts';
import { believedBy, type PartsGiven } from './parts-given.ts';
import { rememberTrees } from './remember-trees.ts';
import { withParts } from './with-parts.ts';

/** A judgement over what was found out elsewhere, made anew each time: of a judgement that was kept nobody knows which parts it saw. */
export async function answerByParts(
  asked: Asked,
  judge: (asked: Asked, front: Front) => Promise<Judged>,
  { parts: given, signAs }: Pick<CheckRequest, 'signAs'> & { readonly parts: PartsGiven },
  context: Context,
): Promise<Answer> {
  const tree = await asked.tree();
  const question = ofTree(asked.question, tree);
  const of: Asked = { ...asked, repository: rememberTrees(asked.repository), question };
  const parts = openParts(believedBy(given, signAs !== undefined), await judgedBy(of, context));
  const { result: judged, reports } = await withParts(parts, (front) => judge(of, front));
  const faults = await missingParts(parts, of);
  if (faults.length === 0) return { ...judged, tree, parts: reports };
  const evidence = { ...judged.evidence, faults: [...(judged.evidence.faults ?? []), ...faults] };
  return { verdict: verdictOf(evidence, question, judged.verdict.timings), evidence, tree, parts: reports };
}
