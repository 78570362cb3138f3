import { describe, expect, it } from 'vitest';
import { readExaminations } from './examination.ts';

const files = [
  { file: 'a.js', blob: '1', text: '' },
  { file: 'b.js', blob: '2', text: '' },
];
const toFinding = (file: string, line: number) =>
  ({ tool: 't', rule: 'r', severity: 'low', message: 'm', cwe: [], file, line }) as const;

describe('readExaminations', () => {
  it('accounts for every file, in the order of the request', () => {
    const output = [
      { kind: 'examined', hits: [3, 4] },
      { kind: 'not-examined', code: 'syntax-error', why: 'line 1 does not parse' },
    ];
    expect(readExaminations('t', output, { files }, toFinding)).toEqual({
      findings: [toFinding('a.js', 3), toFinding('a.js', 4)],
      coverage: {
        examined: [{ file: 'a.js', blob: '1', by: 't' }],
        notExamined: [{ file: 'b.js', blob: '2', by: 't', code: 'syntax-error', why: 'line 1 does not parse' }],
      },
    });
  });

  it.each([0, 1, 3])('refuses %i examinations of two files', (count) => {
    const output = Array.from({ length: count }, () => ({ kind: 'examined', hits: [] }));
    expect(() => readExaminations('t', output, { files }, toFinding)).toThrow('not one result for each file');
  });
});
