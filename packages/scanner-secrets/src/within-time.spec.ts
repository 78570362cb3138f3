import { describe, expect, it } from 'vitest';
import { OutOfTime, withinTime } from './within-time.ts';

describe('when work is done within its time', () => {
  it('it gives its result', () => {
    expect(withinTime(10_000, () => 7)).toBe(7);
  });

  it('it passes an error on', () => {
    const error = new RangeError('deep');
    expect(() =>
      withinTime(10_000, () => {
        throw error;
      }),
    ).toThrow(error);
  });
});

describe('when work takes too long', () => {
  it.each([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    ['a regular expression', () => /^(a+)+$/u.test(`${'a'.repeat(60)}b`)],
  ])('it ends %s', (_, work) => {
    expect(() => withinTime(50, work)).toThrow(OutOfTime);
    expect(withinTime(10_000, () => 7)).toBe(7);
  });
});
