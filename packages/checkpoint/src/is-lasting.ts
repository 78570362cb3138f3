import type { Evidence } from '@pawl/verdict';
import { isFault } from './is-fault.ts';

/** Whether another time, or on another machine, everything would be found as it was now: no tool was missing, failed or was late. */
export function isLasting({ faults = [], coverage: { base, head } }: Evidence): boolean {
  return faults.length === 0 && ![...base.notExamined, ...head.notExamined].some(isFault);
}
