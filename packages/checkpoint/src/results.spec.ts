import { NO_CACHE } from '@pawl/cache';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { resultsIn } from './results.ts';

const scanner: Scanner = {
  name: 'probe',
  scope: 'file',
  version: '1',
  rulesDigest: 'd',
  owes: () => true,
  plan: () => ({ kind: 'in-process', run: () => Promise.resolve() }),
  read: () => result,
};
const finding = {
  tool: 'probe',
  rule: 'R',
  severity: 'high',
  message: 'm',
  cwe: ['CWE-1'],
  file: 'a',
  line: 1,
} as const;
const result: ScanResult = {
  findings: [finding, { ...finding, column: 2, endLine: 3, endColumn: 4, suppressed: true }],
  coverage: {
    examined: [{ file: 'a', blob: 'b', by: 'probe' }],
    notExamined: [{ file: 'c', blob: 'd', by: 'probe', code: 'syntax-error', why: 'line 1' }],
  },
};

const recalled = (value: unknown): Promise<ScanResult | undefined> =>
  resultsIn({ ...NO_CACHE, get: () => Promise.resolve(value) }).recall(scanner, ['a', 'b']);

describe('when a result is recalled', () => {
  it('it comes back as it was kept', async () => {
    expect(await recalled(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no coverage', { findings: [] }],
    ['half a coverage', { findings: [], coverage: { examined: [] } }],
    ['findings that are none', { ...result, findings: [1] }],
    ['an unknown severity', { ...result, findings: [{ ...finding, severity: 'none' }] }],
    ['no line', { ...result, findings: [{ ...finding, line: undefined }] }],
    ['line 0', { ...result, findings: [{ ...finding, line: 0 }] }],
    ['a column that is no number', { ...result, findings: [{ ...finding, column: '1' }] }],
    ['weaknesses that are no texts', { ...result, findings: [{ ...finding, cwe: [79] }] }],
    ['a record of no file', { ...result, coverage: { examined: [{ by: 'probe' }], notExamined: [] } }],
  ])('it is missed where the cache holds %s', async (_, value) => {
    expect(await recalled(value)).toBeUndefined();
  });
});

describe('when a result is kept', () => {
  it('it is kept under everything that it depends on', async () => {
    const keys: string[] = [];
    const cache = { ...NO_CACHE, put: (key: readonly string[]) => Promise.resolve(void keys.push(key.join(' '))) };
    const results = resultsIn(cache);
    for (const other of [{}, { name: 'n' }, { scope: 'tree' }, { version: '2' }, { rulesDigest: 'e' }] as const)
      await results.keep({ ...scanner, ...other }, ['a', 'b'], result);
    await results.keep(scanner, ['a', 'c'], result);
    expect(new Set(keys).size).toBe(6);
  });
});
