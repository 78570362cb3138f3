import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve.ts';

describe('when the area under a curve is measured', () => {
  it.each([
    ['a perfect order', [3, 2], [1, 0], 1],
    ['the opposite', [1, 0], [3, 2], 0],
    ['no order at all', [1, 1], [1, 1], 0.5],
    // 0.9 beats both (2), 0.6 beats one and ties one (1.5), 0.1 beats one (1): 4.5 of 6.
    ['ties, each half a win', [0.9, 0.6, 0.1], [0.6, 0], 0.75],
  ])('%s is what the counted pairs say', (_, positives, negatives, area) => {
    expect(areaUnderCurve(positives, negatives)).toBe(area);
  });

  it('it is not known without both sides', () => {
    expect(areaUnderCurve([], [1])).toBeUndefined();
    expect(areaUnderCurve([1], [])).toBeUndefined();
  });
});
