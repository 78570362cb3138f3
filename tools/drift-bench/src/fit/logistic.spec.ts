import { describe, expect, it } from 'vitest';
import { logistic, type SparseRow } from './logistic.ts';

function row(label: 0 | 1, ...features: readonly number[]): SparseRow {
  return { features: Uint32Array.from(features), label, weight: 1 };
}

function times(count: number, ...rows: readonly SparseRow[]): readonly SparseRow[] {
  return Array.from({ length: count }, () => rows).flat();
}

describe('when words are fitted', () => {
  it('without any, the start is the odds', () => {
    const { start } = logistic([...times(3, row(1)), ...times(1, row(0))], 0, 3);
    expect(start).toBeCloseTo(Math.log(3), 3);
  });

  it('a weight counts as that many rows', () => {
    const { start } = logistic([{ ...row(1), weight: 3 }, row(0)], 0, 3);
    expect(start).toBeCloseTo(Math.log(3), 3);
  });

  it('the slope is nothing where it ends', () => {
    const rows = [...times(4, row(1, 0), row(0, 1)), row(0, 0), row(1, 1), row(1, 0, 1), row(0)];
    const { start, weights } = logistic(rows, 2, 3);
    const pulls = rows.map(({ features, label }) => {
      const share = 1 / Math.sqrt(40 + features.length);
      const score = start + share * features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);
      return { features, share, pull: 1 / (1 + Math.exp(-score)) - label };
    });
    const slopeOf = (feature: number): number =>
      pulls.reduce((sum, { features, share, pull }) => sum + (features.includes(feature) ? share * pull : 0), 0) +
      (weights[feature] ?? 0) / 3;
    expect(pulls.reduce((sum, { pull }) => sum + pull, 0)).toBeCloseTo(0, 2);
    expect(slopeOf(0)).toBeCloseTo(0, 2);
    expect(slopeOf(1)).toBeCloseTo(0, 2);
    expect(weights[0]).toBeGreaterThan(0.1);
    expect(weights[1]).toBeLessThan(-0.05);
  });

  it('more rows are believed more', () => {
    const worth = (count: number): number => logistic(times(count, row(1, 0), row(0)), 1, 3).weights[0] ?? 0;
    expect(worth(50)).toBeGreaterThan(2 * worth(2));
  });

  it('the same rows give the same weights', () => {
    const rows = times(20, row(1, 0, 2), row(0, 1, 2), row(1, 1));
    expect(logistic(rows, 3, 3)).toEqual(logistic(rows, 3, 3));
  });
});
