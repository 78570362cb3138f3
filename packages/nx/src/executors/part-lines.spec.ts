import { expect, it } from 'vitest';
import { partLines } from './part-lines.ts';

it('when parts were not believed › a person is told which and why, and of no other', () => {
  expect(
    partLines([
      { project: 'orders', state: 'used', why: undefined },
      { project: 'pay\u001b[31m', state: 'recomputed', why: 'its digest is not that of what it says' },
      { project: 'mail', state: 'missing', why: undefined },
    ]),
  ).toBe(
    'pawl: the part of pay\\u{1b}[31m was not used, and all of it was found out again: its digest is not that of what it says\n',
  );
  expect(partLines(undefined)).toBe('');
});
