import { expect, it } from 'vitest';
import { joinCoverage, NO_COVERAGE } from './coverage.ts';

it('when coverage of several scanners is joined it keeps every record, also two of one file', () => {
  const bandit = { examined: [{ file: 'a.py', blob: 'b1', by: 'bandit' }], notExamined: [] };
  const lost = { file: 'a.py', blob: 'b1', by: 'semgrep', code: 'timed-out', why: 'semgrep took too long' } as const;
  expect(joinCoverage([bandit, NO_COVERAGE, { examined: [], notExamined: [lost] }])).toEqual({
    examined: [{ file: 'a.py', blob: 'b1', by: 'bandit' }],
    notExamined: [lost],
  });
});
