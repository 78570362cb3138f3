import { expect, it } from 'vitest';
import { judgedRow } from '../testing/rows.ts';
import { located } from './located.ts';

it('when stops are asked where they point › only stopped regressions count, and symbols only where there is one', () => {
  const rows = [
    judgedRow({ score: 1, located: { file: true, symbol: true } }),
    judgedRow({ score: 1, located: { file: true, symbol: false } }),
    judgedRow({ score: 1, located: { file: true, symbol: null } }),
    judgedRow({ score: 1, located: null }),
    judgedRow({ score: 0.1, located: { file: true, symbol: true } }),
    judgedRow({ score: 1, kind: 'benign' }),
  ];
  expect(located(rows, 0.5)).toEqual({ file: { stopped: 3, total: 4 }, symbol: { stopped: 1, total: 3 } });
});

it('when a gate never said where › there is nothing to count', () => {
  expect(located([judgedRow({ score: 1 })], 0.5)).toBeUndefined();
});
