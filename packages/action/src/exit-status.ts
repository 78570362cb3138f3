import type { Checked } from '@pawl/checkpoint';

/** 0 clean · 1 stopped (regression or escalated) · 2 could not tell. */
export type ExitStatus = 0 | 1 | 2;

const STATUS: Readonly<Record<Checked['verdict']['outcome'], ExitStatus>> = {
  clean: 0,
  regression: 1,
  escalated: 1,
  inconclusive: 2,
};

/** A loop that is stopped stays so, however clean what was judged now. */
export function exitStatusOf({ verdict, latch }: Pick<Checked, 'verdict' | 'latch'>): ExitStatus {
  return verdict.outcome === 'clean' && latch.length > 0 ? 1 : STATUS[verdict.outcome];
}

/** It is the agent that is gated: a person is told, unless the policy says that people are refused too. */
export function isGated({ audience, people }: Pick<Checked, 'audience' | 'people'>): boolean {
  return audience === 'agent' || people === 'refuse';
}
