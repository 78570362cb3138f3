import { describe, expect, it } from 'vitest';
import { positionsIn } from './positions.ts';

describe('when an offset is looked up', () => {
  const text = 'a\r\nb\n\rc\u2028d';

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [3, 2, 1],
    [4, 2, 2],
    [5, 3, 1],
    [6, 4, 1],
    [8, 4, 3],
    [9, 4, 4],
  ])('it finds %i in line %i, column %i', (offset, line, column) => {
    expect(positionsIn(text)(offset)).toEqual({ line, column });
  });

  it('it finds the start of an empty text', () => {
    expect(positionsIn('')(0)).toEqual({ line: 1, column: 1 });
  });
});
