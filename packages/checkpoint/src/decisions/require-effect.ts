import { liveWaivers, type Lock, type Waiver } from '@pawl/baseline';
import type { Evidence } from '@pawl/verdict';
import { pinOfLoss } from './accept-losses.ts';
import type { CaseItem } from './case-items.ts';
import { DecisionRefused } from './decision-refused.ts';
import type { Recomputed } from './recompute.ts';

/** A loss may be told at one place and lie at another. Then a waiver would be signed and change nothing: refuse it now. */
export async function requireEffect(
  { number, subject }: Pick<CaseItem, 'number' | 'subject'>,
  { files, waivedBy }: Pick<Recomputed, 'files' | 'waivedBy'>,
  lock: Pick<Lock, 'waivers'>,
  { added, now }: { readonly added: Waiver; readonly now: Date },
): Promise<void> {
  if (subject?.kind !== 'loss') return;
  const told = ({ invariants = [] }: Evidence): number =>
    invariants.filter(
      (finding) => finding.fingerprint === added.fingerprint && pinOfLoss(files, finding)?.snippet === added.snippet,
    ).length;
  const before = liveWaivers(lock, now);
  if (told(await waivedBy([...before, added], now)) < told(await waivedBy(before, now))) return;
  throw new DecisionRefused('not-waivable', `item ${number} is told of other lines than those that lost it`, {
    next: 'mend it, or accept it for good: commit it on the protected branch and lock again, pawl lock',
  });
}
