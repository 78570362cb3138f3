import { CASE_KINDS, type CaseKind } from '../dataset/case.ts';
import { rate, type Share, shareOf } from '@pawl/bench';

export interface Scored {
  readonly kind: CaseKind;
  readonly score: number;
}

/** What a gate would do that stops from this score on. */
export type OperatingPoint = { readonly threshold: number } & Readonly<Record<CaseKind, Share>>;

/** Shares of false stops that may not be exceeded; without a number, any will do. */
export interface Budget {
  readonly benign?: number;
  readonly revert?: number;
  readonly fix?: number;
}

/** One point for every threshold that makes a difference, from the one that stops nothing to the one that stops all. */
export function rocPoints(rows: readonly Scored[]): readonly OperatingPoint[] {
  const thresholds = [Infinity, ...[...new Set(rows.map(({ score }) => score))].sort((a, b) => b - a)];
  const scores = Object.fromEntries(CASE_KINDS.map((kind) => [kind, descending(rows, kind)]));
  return thresholds.map((threshold) => {
    const shares = CASE_KINDS.map((kind) => [kind, reaching(scores[kind] ?? [], threshold)]);
    return { threshold, ...(Object.fromEntries(shares) as Readonly<Record<CaseKind, Share>>) };
  });
}

export function operatingPoint(rows: readonly Scored[], threshold: number): OperatingPoint {
  const shares = CASE_KINDS.map((kind) => [
    kind,
    shareOf(
      rows.filter((row) => row.kind === kind),
      ({ score }) => score >= threshold,
    ),
  ]);
  return { threshold, ...(Object.fromEntries(shares) as Readonly<Record<CaseKind, Share>>) };
}

/**
 * The point with the most regressions stopped within a budget. A threshold that was picked so has seen the cases; only
 * one that was picked without them says what to expect.
 */
export function bestWithin(points: readonly OperatingPoint[], budget: Budget): OperatingPoint | undefined {
  const allowed = points.filter(
    (point) => fits(point.benign, budget.benign) && fits(point.revert, budget.revert) && fits(point.fix, budget.fix),
  );
  return allowed.reduce<OperatingPoint | undefined>(
    (best, point) => (best === undefined || point.regression.stopped > best.regression.stopped ? point : best),
    undefined,
  );
}

/** Where a kind was not run, nothing is known of it, and it binds nobody. */
function fits(share: Share, limit: number | undefined): boolean {
  return limit === undefined || share.total === 0 || rate(share) <= limit;
}

function descending(rows: readonly Scored[], kind: CaseKind): readonly number[] {
  return rows.flatMap((row) => (row.kind === kind ? [row.score] : [])).sort((a, b) => b - a);
}

/** By halving, because a curve asks this for every score there is. */
function reaching(scores: readonly number[], threshold: number): Share {
  let from = 0;
  let to = scores.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((scores[middle] as number) >= threshold) from = middle + 1;
    else to = middle;
  }
  return { stopped: from, total: scores.length };
}
