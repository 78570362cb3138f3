import type { RawFinding } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { locate } from './locate.ts';
import type { ColumnKind } from './read-sarif.ts';

const rest = { tool: 't', rule: 'r', severity: 'low', message: 'm', cwe: [], file: 'a.ts' } as const;
const text = 'one\r\n"😀", x\nthree\n';

function place(finding: Partial<RawFinding>, columnKind: ColumnKind | null = null): Partial<RawFinding> | undefined {
  return locate({ findings: [{ ...rest, line: 1, ...finding }], columnKind }, (file) =>
    file === 'a.ts' ? text : undefined,
  )[0];
}

describe('when columns count code points', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [7, 8],
    [9, 10],
  ])('it tells column %i as %i', (column, expected) => {
    expect(place({ line: 2, column, endColumn: column }, 'unicodeCodePoints')).toMatchObject({
      column: expected,
      endColumn: expected,
    });
  });

  it('it tells the end in the line where it is', () => {
    expect(place({ line: 1, column: 2, endLine: 2, endColumn: 3 }, 'unicodeCodePoints')).toMatchObject({
      column: 2,
      endColumn: 4,
    });
  });

  it('it adds no column that was not there', () => {
    expect(place({ line: 2 }, 'unicodeCodePoints')).toEqual({ ...rest, line: 2 });
  });
});

it.each([null, 'utf16CodeUnits'] as const)('when columns are %s they stay as they are', (columnKind) => {
  expect(place({ line: 2, column: 4 }, columnKind)).toMatchObject({ column: 4 });
});

describe('E12 when a log is about another tree', () => {
  it('it takes the last line, which is empty after a line break', () => {
    expect(place({ line: 4 })).toMatchObject({ line: 4 });
  });

  it.each([
    ['a file that is not there', { file: 'b.ts' }],
    ['a line beyond the end', { line: 5 }],
    ['an end beyond the end', { line: 1, endLine: 5 }],
  ])('it refuses %s', (_, finding) => {
    expect(() => place(finding)).toThrow(expect.objectContaining({ name: 'SarifError', code: 'stale' }));
  });
});
