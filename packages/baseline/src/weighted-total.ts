import { type Finding, SEVERITY_WEIGHT } from '@pawl/findings';
import type { Delta } from './delta.ts';

/** The sum of the published weights of all findings, suppressed ones included. */
export function weightedTotal(findings: readonly Finding[]): number {
  return findings.reduce((total, { severity }) => total + SEVERITY_WEIGHT[severity], 0);
}

/** The weighted totals of the two sides that a delta was made from. */
export function weightedTotals({ introduced, worsened, resolved, persisting, moved }: Delta): {
  readonly base: number;
  readonly head: number;
} {
  const pairs = [...worsened, ...persisting, ...moved];
  return {
    base: weightedTotal(resolved) + weightedTotal(pairs.map(({ base }) => base)),
    head: weightedTotal(introduced) + weightedTotal(pairs.map(({ head }) => head)),
  };
}
