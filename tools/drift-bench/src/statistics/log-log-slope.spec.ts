import { describe, expect, it } from 'vitest';
import { logLogSlope } from './log-log-slope.ts';

describe('when the growth of time with its input is measured', () => {
  it('three times the input in three times the time is linear', () => {
    const points = [1, 10, 200, 4000].map((input) => [input, 3 * input] as const);
    expect(logLogSlope(points)).toBeCloseTo(1, 10);
  });

  it('three times the input in nine times the time is quadratic', () => {
    const points = [1, 10, 200, 4000].map((input) => [input, 0.5 * input ** 2] as const);
    expect(logLogSlope(points)).toBeCloseTo(2, 10);
  });

  it('points off the line pull at it as least squares say', () => {
    // In powers of e: (0, 0), (1, 2), (2, 1). Mean (1, 1), products 1 + 0 + 0, squares 1 + 0 + 1: a slope of one half.
    const points = [
      [1, 1],
      [Math.E, Math.E ** 2],
      [Math.E ** 2, Math.E],
    ] as const;
    expect(logLogSlope(points)).toBeCloseTo(0.5, 10);
  });

  it('it is not known from one input', () => {
    expect(
      logLogSlope([
        [5, 1],
        [5, 2],
      ]),
    ).toBeUndefined();
    expect(logLogSlope([])).toBeUndefined();
  });

  it('an input of nothing has no logarithm and is left out', () => {
    expect(
      logLogSlope([
        [0, 1],
        [1, 1],
        [10, 10],
      ]),
    ).toBeCloseTo(1, 10);
  });
});
