import type { NotExaminedCode } from '@pawl/findings';
import type { Evidence } from '@pawl/verdict';
import { expect, it } from 'vitest';
import { isLasting } from './is-lasting.ts';

const gap = (code: NotExaminedCode) => ({
  examined: [],
  notExamined: [{ file: 'a', blob: 'b', by: 'p', code, why: 'w' }],
});
const coverage: Evidence['coverage'] = {
  base: gap('syntax-error'),
  head: gap('too-large'),
  renames: new Map(),
  deleted: new Set(),
};

it('what was found is lasting, and so is what nobody will ever read', () => {
  expect(isLasting({ coverage })).toBe(true);
});

it.each<[string, Partial<Evidence>]>([
  ['a tool was missing', { faults: [{ code: 'tool-missing', message: 'it is gone' }] }],
  ['a tool was late at the base', { coverage: { ...coverage, base: gap('timed-out') } }],
  ['a tool failed at the base', { coverage: { ...coverage, base: gap('tool-failed') } }],
  ['a tool was late', { coverage: { ...coverage, head: gap('timed-out') } }],
  ['a tool failed', { coverage: { ...coverage, head: gap('tool-failed') } }],
])('it is not where %s', (_, evidence) => {
  expect(isLasting({ coverage, ...evidence })).toBe(false);
});
