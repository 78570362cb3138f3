import { liveWaivers, matchWaivers, type Lock, type Waiver } from '@pawl/baseline';
import type { CaseItem } from './case-items.ts';

/** By number of the item, the waiver that covers it by now. */
export function waiversOf(
  items: readonly CaseItem[],
  lock: Pick<Lock, 'waivers'>,
  now: Date,
): ReadonlyMap<number, Waiver> {
  const candidates = items.map(({ number, waivable, reason }) => {
    return { pin: waivable, file: reason.file ?? '', item: number };
  });
  const { accepted } = matchWaivers(candidates, liveWaivers(lock, now));
  return new Map(accepted.map(({ item, waiver }) => [item, waiver]));
}
