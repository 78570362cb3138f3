import type { Drift } from './evidence.ts';
import { NOWHERE, type Reason } from './reason.ts';

/** A protected branch that has drifted past its limit is a question to people: the next loop would start from there. */
export function driftReasons(drift: Drift | undefined): readonly Reason[] {
  if (drift === undefined || drift.weight <= drift.limit) return [];
  const message =
    `The protected branch has drifted by ${drift.weight} from what was locked; the limit is ${drift.limit}. ` +
    'See it with pawl status, and lock again with pawl lock once it is accepted.';
  return [{ ...NOWHERE, kind: 'drift', outcome: 'escalated', message }];
}

/** A loop that was stopped stays stopped, whatever is judged meanwhile, until a person lets it go on. */
export function latchReasons(latch: readonly string[]): readonly Reason[] {
  return latch.map((number) => ({
    ...NOWHERE,
    kind: 'latched',
    outcome: 'escalated',
    message: `This loop was stopped with case ${number}. Read it with pawl review ${number}; let the loop go on with pawl release ${number}.`,
  }));
}
