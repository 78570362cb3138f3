import { describe, expect, it } from 'vitest';
import { chooseMeasured } from './choose-measured.ts';

const line = (
  length: number,
  keys: readonly number[] = [],
): readonly { readonly at: number; readonly isKey: boolean }[] =>
  Array.from({ length }, (_, at) => ({ at, isKey: keys.includes(at) }));
const chosenOf = (length: number, most: number, keys?: readonly number[]): readonly number[] => {
  const items = line(length, keys);
  const chosen = chooseMeasured(items, most);
  return items.filter((item) => chosen.has(item)).map(({ at }) => at);
};

describe('when not everything can be measured', () => {
  it('takes all where there is room for all', () => {
    expect(chosenOf(3, 3)).toEqual([0, 1, 2]);
  });

  it('takes both ends and what is stopped, and the rest evenly apart', () => {
    expect(chosenOf(100, 8, [42])).toEqual([0, 11, 30, 42, 51, 70, 89, 99].map((at) => expect.closeTo(at, -1)));
    expect(chosenOf(100, 8, [42])).toContain(42);
    expect(chosenOf(100, 8, [42])).toHaveLength(8);
  });

  it('takes the newest stops where there are too many', () => {
    expect(chosenOf(50, 4, [10, 20, 30, 40])).toEqual([0, 30, 40, 49]);
  });

  it('takes the last where there is room for one, and none where there is none', () => {
    expect(chosenOf(5, 1)).toEqual([4]);
    expect(chosenOf(5, 0)).toEqual([]);
  });
});
