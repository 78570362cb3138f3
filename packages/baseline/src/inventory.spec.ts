import { describe, expect, it } from 'vitest';
import { type Inventory, readInventory, writeInventory } from './inventory.ts';
import { findingOf } from './testing/finding-of.ts';

const inventory: Inventory = {
  schema: 'pawl/inventory@1',
  findings: [
    { ...findingOf('eval(x)', 'a.ts:3', 'high'), cwe: ['CWE-95'], suppressed: true },
    {
      ...findingOf('é', 'b.ts:1'),
      location: { file: 'b.ts', line: 1, column: 2, endLine: 3, endColumn: 4, symbol: '' },
    },
  ],
  suppressions: [
    {
      tool: 'eslint',
      rules: [],
      scope: 'file',
      code: '',
      text: '/* eslint-disable */',
      location: { file: 'a.ts', line: 1, symbol: '' },
    },
  ],
  coverage: {
    examined: [{ file: 'a.ts', blob: 'b1', by: 'eslint' }],
    notExamined: [{ file: 'b.ts', blob: 'b2', by: 'eslint', code: 'too-large', why: 'more than 1 MiB' }],
  },
};
const written = writeInventory(inventory);
const refused = (code: string): object => expect.objectContaining({ name: 'LockError', code });

it('when an inventory is written it comes back as it was', () => {
  expect(readInventory(written)).toEqual(inventory);
});

describe('when an inventory was tampered with', () => {
  it.each([
    ['an unknown severity', 'wrong-type', written.replace('"high"', '"hihg"')],
    ['a line before the first', 'wrong-type', written.replace('"line":3', '"line":0')],
    [
      'findings that are null',
      'wrong-type',
      written.replace(/"findings":\[.*\],"schema"/u, '"findings":null,"schema"'),
    ],
    ['findings that are missing', 'missing-field', written.replace(/"findings":\[.*\],"schema"/u, '"schema"')],
    ['a finding without a fingerprint', 'missing-field', written.replace(/"fingerprint":"[^"]*",/u, '')],
    ['a field that nobody knows', 'extra-field', written.replace('"cwe":', '"comment":"","cwe":')],
    ['a lock in its place', 'unknown-schema', written.replace('inventory@1', 'lock@1')],
    ['an unknown scope', 'wrong-type', written.replace('"scope":"file"', '"scope":"repo"')],
  ])('it refuses %s as %s', (_, code, text) => {
    expect(text).not.toBe(written);
    expect(() => readInventory(text)).toThrow(refused(code));
  });
});
