import { digest, type Inventory, writeInventory } from '@pawl/baseline';
import type { Finding } from '@pawl/findings';
import type { LedgerStore, StoredLock } from '@pawl/ledger';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { NO_RESULTS, type Results } from './results.ts';
import { resultsOfLock } from './results-of-lock.ts';

const finding: Finding = {
  tool: 'probe',
  rule: 'R',
  severity: 'high',
  message: 'm',
  cwe: ['CWE-1'],
  location: { file: 'a', line: 2, column: 3, endLine: 4, endColumn: 5, symbol: 'f' },
  snippet: 'x',
  fingerprint: 'abc',
  suppressed: true,
};
const inventory: Inventory = {
  schema: 'pawl/inventory@1',
  findings: [finding, { ...finding, tool: 'other' }, { ...finding, location: { ...finding.location, file: 'b' } }],
  suppressions: [],
  coverage: {
    examined: [
      { file: 'a', blob: '1', by: 'probe' },
      { file: 'a', blob: '1', by: 'other' },
    ],
    notExamined: [
      { file: 'b', blob: '2', by: 'probe', code: 'timed-out', why: 'slow' },
      { file: 'b', blob: '2', by: 'other', code: 'timed-out', why: 'slow' },
    ],
  },
};
const TOOL = { name: 'probe', version: '1', rulesDigest: 'd' };
const scanner = { ...TOOL, scope: 'file' } as Scanner;

const text = writeInventory(inventory);
const stored = {
  commit: 'l0',
  lock: { target: 'main', tools: [{ ...TOOL, rules: [] }], inventory: { digest: digest(text) } },
} as unknown as StoredLock;
/** A store that holds nothing else. */
const store = { readCommitFile: () => Promise.resolve(Buffer.from(text)) } as unknown as LedgerStore;

function recalled(scannedBy: Scanner, content: readonly string[]): Promise<ScanResult | undefined> {
  return resultsOfLock(NO_RESULTS, store, stored).recall(scannedBy, content);
}

describe('when a file of the base is asked for', () => {
  it('it is what the tool said when it was locked, as the tool says it', async () => {
    expect(await recalled(scanner, ['a', '1'])).toEqual({
      findings: [
        {
          tool: 'probe',
          rule: 'R',
          severity: 'high',
          message: 'm',
          cwe: ['CWE-1'],
          file: 'a',
          line: 2,
          column: 3,
          endLine: 4,
          endColumn: 5,
          suppressed: true,
        },
      ],
      coverage: { examined: [{ file: 'a', blob: '1', by: 'probe' }], notExamined: [] },
    });
  });

  it('what was not examined comes with why, so that nobody takes it for clean', async () => {
    expect((await recalled(scanner, ['b', '2']))?.coverage).toEqual({
      examined: [],
      notExamined: [{ file: 'b', blob: '2', by: 'probe', code: 'timed-out', why: 'slow' }],
    });
  });

  it('what was kept on this machine goes first, and the lock is not read for it', async () => {
    const result: ScanResult = { findings: [], coverage: { examined: [], notExamined: [] } };
    const kept: Results = { ...NO_RESULTS, recall: () => Promise.resolve(result) };
    const unread = { readCommitFile: () => Promise.reject(new Error('it was read')) } as unknown as LedgerStore;
    expect(await resultsOfLock(kept, unread, stored).recall(scanner, ['a', '1'])).toBe(result);
  });

  it.each([
    ['another version', { version: '2' }],
    ['other rules', { rulesDigest: 'e' }],
    ['another name', { name: 'other' }],
    ['whole trees', { scope: 'tree' }],
  ] as const)('E13 a tool of %s is not answered for', async (_, other) => {
    expect(await recalled({ ...scanner, ...other }, ['a', '1'])).toBeUndefined();
  });
});
