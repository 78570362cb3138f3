/** Worst first. The worst outcome of any reason is the outcome of the verdict. */
export const OUTCOMES = ['regression', 'inconclusive', 'escalated', 'clean'] as const;

/** What a judgement comes to; see {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

interface Judged {
  readonly outcome: Outcome;
}

/** `clean` only when no reason says otherwise. */
export function worstOutcome(reasons: readonly Judged[]): Outcome {
  return OUTCOMES.find((outcome) => reasons.some((reason) => reason.outcome === outcome)) ?? 'clean';
}

/** Any regression or escalated reason goes to a human, even where the verdict as a whole is `inconclusive`. */
export function opensCase(reasons: readonly Judged[]): boolean {
  return reasons.some(({ outcome }) => outcome === 'regression' || outcome === 'escalated');
}
