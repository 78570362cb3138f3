import { type Finding, SEVERITIES } from '@pawl/findings';
import { groupBy } from './order.ts';
import type { Pairing } from './pair.ts';

export const rankOf = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

/**
 * Pairs copies of what is left with copies that were at least as severe, as many as can be: the most severe chooses first
 * and takes the one nearest above it. Otherwise a further finding could free a partner and make the whole look better.
 */
export function pairNotWorse({ pairs, base, head }: Pairing<Finding>): Pairing<Finding> {
  const bases = groupBy(base, ({ fingerprint }) => fingerprint);
  const found = [...groupBy(head, ({ fingerprint }) => fingerprint)].flatMap(([fingerprint, heads]) =>
    pairGroup(bases.get(fingerprint) ?? [], heads),
  );
  const taken = new Set(found.flatMap((pair) => [pair.base, pair.head]));
  return {
    pairs: [...pairs, ...found],
    base: base.filter((item) => !taken.has(item)),
    head: head.filter((item) => !taken.has(item)),
  };
}

function pairGroup(base: readonly Finding[], head: readonly Finding[]): Pairing<Finding>['pairs'] {
  const waiting = base.toSorted((a, b) => rankOf(b) - rankOf(a));
  const severeEnough: Finding[] = [];
  return head
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((one) => {
      for (let next = waiting.at(-1); next && rankOf(next) <= rankOf(one); next = waiting.at(-1)) {
        severeEnough.push(next);
        waiting.pop();
      }
      const partner = severeEnough.pop();
      return partner ? [{ base: partner, head: one }] : [];
    });
}
