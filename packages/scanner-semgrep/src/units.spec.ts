import { expect, it } from 'vitest';
import { unitsOf } from './units.ts';

it('when a text has characters of one to four bytes each byte that starts one has its unit', () => {
  const unitOf = unitsOf('aé€😀\ud800z');
  expect([0, 1, 3, 6, 10, 13, 14].map(unitOf)).toEqual([0, 1, 2, 3, 5, 6, 7]);
});

it.each([2, 4, 5, 7, 8, 9, 11, 15, 16])('when byte %i starts no character it throws', (byte) => {
  expect(() => unitsOf('aé€😀\ud800z')(byte)).toThrow(Error);
});
