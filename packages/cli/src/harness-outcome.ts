import type { Checked } from '@pawl/checkpoint';
import { isPawlError } from '@pawl/errors';
import type { Outcome } from '@pawl/harness';

/** What a judgement means to a harness. Of the reasons nothing is handed on: what an answer is not given, it cannot tell. */
export function harnessOutcome(checked: Checked | undefined): Outcome {
  if (checked === undefined) return { outcome: 'clean' };
  const { latch, case: number, verdict } = checked;
  if (latch.length > 0) return latchOutcome(latch);
  if (number !== undefined) return { outcome: 'stopped', case: number };
  if (verdict.outcome === 'clean') return { outcome: 'clean' };
  return { outcome: 'could-not-tell', fault: 'Not everything that changed could be examined.' };
}

export function latchOutcome(cases: readonly string[]): Outcome {
  const [oldest] = cases;
  return oldest === undefined ? { outcome: 'clean' } : { outcome: 'latched', case: oldest };
}

export function faultOutcome(error: unknown): Outcome {
  return { outcome: 'could-not-tell', fault: isPawlError(error) ? sentence(error.message) : 'Pawl itself failed.' };
}

function sentence(message: string): string {
  return message.slice(0, 1).toUpperCase() + message.slice(1);
}
