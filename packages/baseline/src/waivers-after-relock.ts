import type { Waiver } from './decision.ts';
import type { Inventory } from './inventory.ts';
import { type Candidate, matchWaivers } from './match-waivers.ts';
import { groupBy } from './order.ts';
import { pinOfFinding, pinOfSuppression } from './pin.ts';
import { liveWaivers } from './waivers.ts';

/**
 * The waivers that a new baseline keeps: those that are live, but for what the new inventory has and the old one had not.
 * That is locked now, and its waiver would cover the next copy of it, which nobody accepted.
 */
export function waiversAfterRelock(
  waivers: readonly Waiver[],
  before: Inventory,
  after: Inventory,
  now: Date,
): readonly Waiver[] {
  const live = liveWaivers({ waivers }, now);
  return live.length === 0 ? [] : matchWaivers(newIn(before, after), live).unused;
}

function newIn(before: Inventory, after: Inventory): readonly Candidate<string>[] {
  const old = groupBy(candidatesIn(before), ({ item }) => item);
  return [...groupBy(candidatesIn(after), ({ item }) => item)].flatMap(([key, copies]) =>
    copies.slice(old.get(key)?.length ?? 0),
  );
}

function candidatesIn({ findings, suppressions }: Inventory): readonly Candidate<string>[] {
  return [
    ...findings.map((finding) => ({ pin: pinOfFinding(finding), file: finding.location.file })),
    ...suppressions.map((one) => ({ pin: pinOfSuppression(one), file: one.location.file })),
  ].map((candidate) => ({ ...candidate, item: JSON.stringify(candidate.pin ?? null) }));
}
