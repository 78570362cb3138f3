import { describe, expect, it } from 'vitest';
import { bestWithin, operatingPoint, rocPoints, type Scored } from './roc.ts';

/** Regressions 0.9 0.6 0.6 0.1, benign 0.6 0, reverts 0.7 0.2, fixes 0 0. */
const ROWS: readonly Scored[] = [
  { kind: 'regression', score: 0.6 },
  { kind: 'regression', score: 0.9 },
  { kind: 'benign', score: 0 },
  { kind: 'revert', score: 0.2 },
  { kind: 'fix', score: 0 },
  { kind: 'regression', score: 0.1 },
  { kind: 'benign', score: 0.6 },
  { kind: 'regression', score: 0.6 },
  { kind: 'revert', score: 0.7 },
  { kind: 'fix', score: 0 },
];

describe('when a curve is drawn over the scores of a run', () => {
  const points = rocPoints(ROWS);

  it('it has a point for each score, from the one that stops nothing to the one that stops all', () => {
    expect(points.map(({ threshold }) => threshold)).toEqual([Infinity, 0.9, 0.7, 0.6, 0.2, 0.1, 0]);
  });

  it('each point counts all four kinds at once, equal scores together', () => {
    const counts = points.map(({ regression, benign, revert, fix }) => [
      regression.stopped,
      benign.stopped,
      revert.stopped,
      fix.stopped,
    ]);
    expect(counts).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 0, 1, 0],
      [3, 1, 1, 0],
      [3, 1, 2, 0],
      [4, 1, 2, 0],
      [4, 2, 2, 2],
    ]);
    expect(points[0]).toMatchObject({ regression: { total: 4 }, benign: { total: 2 }, revert: { total: 2 } });
  });

  it('a single point says the same', () => {
    expect(operatingPoint(ROWS, 0.6)).toEqual(points[3]);
  });
});

describe('when the best threshold within a budget is asked for', () => {
  const points = rocPoints(ROWS);

  it('every limit binds', () => {
    expect(bestWithin(points, { benign: 0.5, revert: 0.5, fix: 0 })?.threshold).toBe(0.6);
    expect(bestWithin(points, { benign: 0.5, revert: 0.4 })?.threshold).toBe(0.9);
    expect(bestWithin(points, { benign: 0.4, revert: 1 })?.threshold).toBe(0.9);
  });

  it('a limit that is not given binds nobody', () => {
    expect(bestWithin(points, { benign: 0.5 })?.threshold).toBe(0.1);
  });

  it('it stops nothing rather than go over', () => {
    const worst = rocPoints([
      { kind: 'benign', score: 1 },
      { kind: 'regression', score: 0.5 },
    ]);
    expect(bestWithin(worst, { benign: 0.05 })).toMatchObject({ threshold: Infinity, regression: { stopped: 0 } });
  });

  it('a kind that was not run binds nobody', () => {
    const some = rocPoints([{ kind: 'regression', score: 0.5 }]);
    expect(bestWithin(some, { benign: 0 })?.threshold).toBe(0.5);
  });
});
