import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('when a quantile is taken', () => {
  const values = [50, 15, 40, 20, 35];

  it.each([
    [0.05, 15],
    [0.3, 20],
    [0.4, 20],
    [0.5, 35],
    [1, 50],
  ])('the nearest rank at %d is %d', (share, value) => {
    expect(quantile(values, share)).toBe(value);
  });

  it('there is none without values', () => {
    expect(quantile([], 0.5)).toBeUndefined();
  });
});
