import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe('when a share is given its 95 % interval', () => {
  it.each([
    // (5/10 + z²/20 ± z √(0.025 + z²/400)) / (1 + z²/10), z² = 3.8415
    [5, 10, 0.2366, 0.7634],
    // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662.
    [81, 263, 0.2553, 0.3662],
    // The same table: 15 of 148 gives 0.0624 to 0.1605.
    [15, 148, 0.0624, 0.1605],
    // The same table: 0 of 20 gives 0 to 0.1611, and 1 of 29 gives 0.0061 to 0.1718.
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('it is right for %i of %i', (stopped, total, low, high) => {
    const interval = wilson(stopped, total);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('it never leaves 0 to 1', () => {
    expect(wilson(0, 3)?.low).toBe(0);
    expect(wilson(3, 3)?.high).toBe(1);
  });

  it('it is none where there was no case', () => {
    expect(wilson(0, 0)).toBeUndefined();
  });
});
