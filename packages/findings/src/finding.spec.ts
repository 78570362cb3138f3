import { expect, it } from 'vitest';
import { toFinding } from './finding.ts';

const raw = {
  tool: 'bandit',
  rule: 'B101',
  severity: 'low',
  message: 'assert used',
  cwe: ['CWE-703'],
  file: 'src/a.py',
  line: 7,
} as const;

it('when a scanner gives only a line it invents no column', () => {
  expect(toFinding(raw, { symbol: 'check', snippet: 'assert ok' })).toStrictEqual({
    tool: 'bandit',
    rule: 'B101',
    severity: 'low',
    message: 'assert used',
    cwe: ['CWE-703'],
    location: { file: 'src/a.py', line: 7, symbol: 'check' },
    snippet: 'assert ok',
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/u),
  });
});

it('when the tool marked the result as suppressed it stays a finding and keeps the mark', () => {
  const finding = toFinding(
    { ...raw, column: 1, endLine: 8, endColumn: 3, suppressed: true },
    { symbol: '', snippet: 'assert ok' },
  );
  expect(finding.suppressed).toBe(true);
  expect(finding.location).toStrictEqual({
    file: 'src/a.py',
    line: 7,
    column: 1,
    endLine: 8,
    endColumn: 3,
    symbol: '',
  });
});
