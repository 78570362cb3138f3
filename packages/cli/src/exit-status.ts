import type { Checked } from '@pawl/checkpoint';

type Outcome = Checked['verdict']['outcome'];
export type ExitStatus = 0 | 1 | 2;

/** 0 clean · 1 stopped (regression or escalated) · 2 could not tell. Nothing ever turns "could not tell" into 0. */
export const EXIT_STATUS: Readonly<Record<Outcome, ExitStatus>> = {
  clean: 0,
  regression: 1,
  escalated: 1,
  inconclusive: 2,
};

export const COULD_NOT_TELL = 2;

/** A loop that is stopped stays so, however clean what was judged now. */
export function exitStatusOf({ verdict, latch }: Pick<Checked, 'verdict' | 'latch'>): ExitStatus {
  return verdict.outcome === 'clean' && latch.length > 0 ? 1 : EXIT_STATUS[verdict.outcome];
}

/** Worst first: a push of several branches is as bad as the worst of them. */
const WORST_FIRST: readonly Outcome[] = ['regression', 'inconclusive', 'escalated'];

/** A hook gates agents. A person is told and not refused, unless the policy says so. */
export function worstHookStatus(checked: readonly Checked[]): ExitStatus {
  const gated = checked.filter(({ audience, people }) => audience === 'agent' || people === 'refuse');
  const worst = WORST_FIRST.find((outcome) => gated.some(({ verdict }) => verdict.outcome === outcome));
  return worst === undefined ? 0 : EXIT_STATUS[worst];
}
