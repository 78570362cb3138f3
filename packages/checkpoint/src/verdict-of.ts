import { decide, type Evidence, type Verdict } from '@pawl/verdict';
import type { Question } from './question.ts';

/** Before it is known what the judged tree is called and how far its lock is trusted: neither has a say in it. */
export type OpenVerdict = Omit<Verdict, 'head' | 'assurance'>;

/** What becomes of evidence, as the question says. */
export function verdictOf(
  evidence: Evidence,
  { base, tier, config }: Question,
  timings: Verdict['timings'],
): OpenVerdict {
  const drift = evidence.drift ?? null;
  return { schema: 'pawl/verdict@1', base, tier, drift, ...decide(evidence, config.policy), timings };
}
