import { LedgerError } from '../ledger-error.ts';
import type { LoopStore } from '../ports.ts';
import type { LoopMarks } from '../verify/loop-marks.ts';
import { loopRef } from './loop-ref.ts';
import { readTip, type Tip } from './read-tip.ts';

/**
 * The newest entry of a loop, if nothing of what this machine has seen of it is gone: a chain that was cut behind a stop is
 * whole in itself, and its loop would go on (L03).
 *
 * @throws LedgerError `loop-rolled-back`, `corrupt-loop`
 */
export async function trustedTip(
  store: LoopStore,
  { recall }: Pick<LoopMarks, 'recall'>,
  loop: string,
): Promise<Tip | undefined> {
  // Before the ref is read: who appends meanwhile moves the ref first, so it is never behind the mark.
  const mark = await recall(loop);
  const tip = await readTip(store, loop);
  if (mark === undefined || tip?.commit === mark.commit) return tip;
  if (tip !== undefined && (await store.isAncestor(mark.commit, tip.commit))) return tip;
  const what = tip === undefined ? 'is gone' : `is at ${tip.commit}`;
  throw new LedgerError(
    'loop-rolled-back',
    `the record of the loop ${JSON.stringify(loop)} had ${mark.sequence} checkpoints here, and now it ${what}`,
    { next: `put it back: git update-ref ${loopRef(loop)} ${mark.commit}` },
  );
}
