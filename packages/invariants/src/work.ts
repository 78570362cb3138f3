import { PawlError } from '@pawl/errors';
import type { Change } from './change.ts';

/**
 * How many characters a comparison may look through over and over. All that is compared one against another, and not by
 * looking it up, counts its work: a count is the same on every machine, and a clock is not. About half a second.
 */
export const MOST_WORK = 1_000_000_000;

/** Comparing a change takes too much work. It is caught where a change is judged, and said as a file that was not examined. */
export class WorkError extends PawlError<'too-much-work'> {}

const spent = new WeakMap<Change, number>();

/** Counts work on a change. Throws {@link WorkError}. */
export function spend(change: Change, characters: number): void {
  const sum = (spent.get(change) ?? 0) + characters;
  spent.set(change, sum);
  if (sum > MOST_WORK) throw new WorkError('too-much-work', 'to compare it with all that changed takes too much work');
}

/** What work gives, or why it was given up. */
export async function withinWork<Result>(work: () => Promise<Result>): Promise<Result | WorkError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkError) return error;
    throw error;
  }
}
