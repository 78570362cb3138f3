import { SEVERITY_WEIGHT } from '@pawl/findings';
import type { Reason, ReasonKind } from './reason.ts';

/** What slips. A changed workflow or a risen total is no slip by itself: people decided the one, and the other is the sum of these. */
const SLIPS: readonly ReasonKind[] = [
  'introduced-finding',
  'worsened-finding',
  'lost-defence',
  'weakened-defence',
  'unguarded-path',
  'disguised-code',
  'broken-contract',
  'suppression',
  'test-floor',
  'unreachable',
  'lost-coverage',
];

/** How much worse a change made things, in the weights of severities; a slip that has no severity counts as a medium one. */
export function weightOfDrift(reasons: readonly Pick<Reason, 'kind' | 'severity'>[]): number {
  return reasons
    .filter(({ kind }) => SLIPS.includes(kind))
    .reduce((sum, { severity }) => sum + SEVERITY_WEIGHT[severity ?? 'medium'], 0);
}
