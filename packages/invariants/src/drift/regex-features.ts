import type { RegexComparison } from '../regex/compare-regexes.ts';
import type { Growth } from '../regex/super-linear.ts';
import type { Way } from './evidence.ts';
import type { Tally } from './tally.ts';

/**
 * What became of the regular expressions that a change edited: for the worse, for the better, or only different. Where it is
 * not known what a match leads to, more and less are told apart, but not good and bad.
 */
export function regexFeatures(tally: Tally, regexes: Way['regexes']): void {
  for (const { use, comparison, sign } of regexes) {
    tally.add(`regex accepts ${comparison.accepts}`, sign);
    for (const [what, judgement] of judgements(use, comparison)) {
      const how = judgement > 0 ? 'worse' : 'better';
      tally.add(`regex ${how}`, sign);
      tally.add(`regex ${how} in ${what}`, sign);
      tally.add(`plainly ${how}`, sign);
    }
  }
}

/** Above 0 for what weakens, below for what strengthens. */
function judgements(
  use: Way['regexes'][number]['use'],
  comparison: RegexComparison,
): readonly (readonly [what: string, judgement: number])[] {
  const { accepts, lostAnchors, superLinear, caseIgnored, lostGlobal } = comparison;
  const all = [
    ['reach', directionOf(use, accepts)],
    ['time', Math.sign(rank(superLinear.after.growth) - rank(superLinear.before.growth))],
    ['anchors', lostAnchors !== 'unknown' && lostAnchors.length > 0 && use !== 'deny' ? 1 : 0],
    ['case', use === 'allow' ? 0 : caseIgnored === 'lost' ? 1 : caseIgnored === 'gained' ? -1 : 0],
    ['number', lostGlobal ? 1 : 0],
  ] as const;
  return all.filter(([, judgement]) => judgement !== 0);
}

/** An allow-list that accepts more is weaker; a deny-list or a filter that finds less is weaker. */
function directionOf(use: Way['regexes'][number]['use'], accepts: string): number {
  if (use === 'unknown' || (accepts !== 'more' && accepts !== 'less')) return 0;
  return (use === 'allow') === (accepts === 'more') ? 1 : -1;
}

function rank(growth: Growth): number {
  return growth === 'no' || growth === 'unknown' ? 0 : growth === 'polynomial' ? 1 : 2;
}
