import { describe, expect, it } from 'vitest';
import { binned, cutsOf } from './binning.ts';

describe('when the values of a feature are cut', () => {
  it('few values are cut between neighbours', () => {
    expect(cutsOf(Float64Array.of(7, 1, 3, 3), 24)).toEqual([2, 5]);
  });

  it('many values are cut into equal parts', () => {
    const hundred = Float64Array.from({ length: 100 }, (_, index) => 99 - index);
    expect(cutsOf(hundred, 4)).toEqual([25.5, 50.5, 75.5]);
  });

  it('a value that most cases have is cut off once', () => {
    const mostlyNothing = Float64Array.from({ length: 100 }, (_, index) => Math.max(0, index - 89));
    expect(cutsOf(mostlyNothing, 4)).toEqual([0.5]);
  });

  it('one value cannot be cut', () => {
    expect(cutsOf(Float64Array.of(3, 3), 24)).toEqual([]);
  });
});

describe('when values are put into bins', () => {
  it('a value that is not larger than a cut lies below it, as in a tree', () => {
    expect([...binned(Float64Array.of(-1, 2, 2.1, 5, 9), [2, 5])]).toEqual([0, 0, 1, 1, 2]);
  });
});
