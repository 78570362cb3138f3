import { describe, expect, it } from 'vitest';
import { randomNumbers } from './random.ts';

function first(count: number, seed: number): readonly number[] {
  return Array.from({ length: count }, randomNumbers(seed));
}

describe('when random numbers are drawn', () => {
  it('they are those of mulberry32, in every run and on every machine', () => {
    expect(first(3, 1)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  it('another seed gives others', () => {
    expect(first(3, 2)).not.toEqual(first(3, 1));
  });

  it('they are spread evenly over 0 to 1', () => {
    const numbers = first(10_000, 7);
    const tenths = Array.from({ length: 10 }, (_, at) => numbers.filter((each) => Math.floor(10 * each) === at).length);
    for (const tenth of tenths) expect(Math.abs(tenth - 1000)).toBeLessThan(150);
  });
});
