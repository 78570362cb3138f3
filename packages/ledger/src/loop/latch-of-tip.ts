import type { Lock } from '@pawl/baseline';
import type { Tip } from './read-tip.ts';

/**
 * The stops after which a person let the loop go on, as a latch names them: by the SHA-256 of the question, and by the
 * number of the case alone where older versions recorded the stop. A number that was released before is no help to who
 * grinds trees until a stop has it: what is recorded of that stop is its whole digest.
 */
export function releasedIn({ releases }: Pick<Lock, 'releases'>): ReadonlySet<string> {
  return new Set(
    releases.flatMap(({ case: number, question }) => (question === undefined ? [number] : [number, question])),
  );
}

/** What keeps a loop stopped by now, the oldest first, as the latch of its newest entry names it. */
export function stopsOfTip({ statement }: Tip, released: ReadonlySet<string>): readonly string[] {
  return statement.predicate.latch.filter((stop) => !released.has(stop));
}

/** The numbers of the cases that keep a loop stopped by now, the oldest first: those that nobody released since. */
export function latchOfTip(tip: Tip, released: ReadonlySet<string>): readonly string[] {
  return stopsOfTip(tip, released).map(numberOf);
}

/** The number of the case of a stop, which is what people are told. */
export function numberOf(stop: string): string {
  return stop.slice(0, 8);
}
