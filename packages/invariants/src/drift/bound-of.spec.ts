import { expect, it } from 'vitest';
import { boundOf } from './bound-of.ts';

it.each([
  ['1_000', 1000],
  ['5 * 1024'.replaceAll(' ', ''), 5120],
  ['1<<20', 2 ** 20],
  ['10**12', 10 ** 12],
  ['(2+1)', 3],
  ['"100kb"', 102_400],
  ['"1gb"', 2 ** 30],
  ['"15m"', 900],
  ['"2 days"', 172_800],
  ['Number.MAX_SAFE_INTEGER', Infinity],
  ['Infinity', Infinity],
  ['"15 apples"', undefined],
  ['"wide"', undefined],
  ['minutes(1)', undefined],
  ['0', 0],
])('when a limit says %s › it comes to %d', (text, value) => {
  expect(boundOf(text, 0)).toBe(value);
});

it.each([
  ['None', -1, Infinity],
  ['0', -1, Infinity],
  ['None', 1, 0],
  ['None', 0, undefined],
] as const)('when %s stands where %d is safer › it comes to %d', (text, better, value) => {
  expect(boundOf(text, better)).toBe(value);
});
