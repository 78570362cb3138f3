import type { Lock } from '@pawl/baseline';
import type { Tip } from './read-tip.ts';

/** The cases after which a person let the loop go on. */
export function releasedIn({ releases }: Pick<Lock, 'releases'>): ReadonlySet<string> {
  return new Set(releases.map(({ case: number }) => number));
}

/** The cases that keep a loop stopped by now, the oldest first: those open as of its newest entry that nobody released since. */
export function latchOfTip({ statement }: Tip, released: ReadonlySet<string>): readonly string[] {
  return statement.predicate.latch.filter((number) => !released.has(number));
}
