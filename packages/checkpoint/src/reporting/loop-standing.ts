import { type AuditedLock, latchOfTip, LOOP_REFS, loopRef, type Problem, releasedIn } from '@pawl/ledger';
import type { ReportLoop } from '@pawl/report/page';
import type { LoopEntries } from './read-ledger.ts';

export interface LoopRecord {
  /** `undefined` where nothing was judged. */
  readonly name: string | undefined;
  readonly read: LoopEntries;
  /** The lock that counts now. */
  readonly newest: AuditedLock | undefined;
  /** Whether the record of the loop, or what it is held against, is damaged. */
  readonly isDoubtful: boolean;
}

/** That it is stopped is believed of any record; that it is not only of one that holds. `null` where nobody judged anything. */
export function loopStanding({ name, read: { entries, hasTip }, newest, isDoubtful }: LoopRecord): ReportLoop | null {
  if (name === undefined) return null;
  const tip = entries.at(-1);
  const latch = tip && hasTip && newest ? latchOfTip(tip, releasedIn(newest.lock)) : [];
  if (latch.length > 0) return { name, state: 'stopped', latch };
  if (!hasTip || isDoubtful || newest === undefined) return { name, state: 'could-not-tell', latch };
  return { name, state: tip === undefined ? 'nothing-judged' : 'goes-on', latch };
}

/** Whether the chain of a loop is among what does not hold. A ref that cannot be read hides all others of its kind. */
export function isInDoubt(problems: readonly Problem[], name: string): boolean {
  return problems.some(({ ref }) => ref === loopRef(name) || ref === LOOP_REFS);
}
