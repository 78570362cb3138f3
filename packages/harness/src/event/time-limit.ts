import { HARNESSES } from '../harness-facts.ts';
import { type HarnessEvent, taskOf } from './harness-event.ts';

/**
 * Milliseconds after which the caller answers `timed-out` of its own accord. It lies below the harness's own limit, also
 * for another harness that started the same hook: whoever waits in vain goes on as if there were no hook.
 */
export function timeLimitOf(event: HarnessEvent): number {
  const task = taskOf(event) === 'judge' ? 'judge' : 'latch';
  return Math.min(HARNESSES[event.harness].limits[task].ours, HARNESSES[event.speaks].limits[task].ours) * 1000;
}
