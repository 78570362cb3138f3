import type { Change } from '../change.ts';
import { linesEdited } from './code-lines.ts';
import type { Features } from './tally.ts';

/** Of a change with more lines of code than these nobody can say that it does one thing alone. */
const MOST_LINES = 6;

/** What needs no weighing where nothing else changed. */
const LOSSES = ['plainly worse', 'weaker guard'];

/**
 * Whether a change makes something plainly worse and does nothing else: it touches one place, adds no more than it takes away, and
 * nothing of it is better. Ordinary work is hardly ever so small and so one-sided; what speaks for or against a larger change
 * has to be weighed.
 */
export function isPureLoss(forth: Features, change: Change): boolean {
  if (forth.has('plainly better') || !LOSSES.some((name) => forth.has(name))) return false;
  // What comes late was taken from one place and put in another.
  const places = change.pairs.reduce((sum, { hunks }) => sum + hunks.length, 0);
  if (change.pairs.length > 1 || places > (forth.has('worse order') ? 2 : 1)) return false;
  const { lost, gained } = linesEdited(change);
  return lost + gained <= MOST_LINES && gained <= Math.max(1, lost);
}
