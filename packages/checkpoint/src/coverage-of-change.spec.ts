import { type Coverage, NO_COVERAGE } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { coverageOfChange } from './coverage-of-change.ts';

const examined = (...files: readonly string[]): Coverage => ({
  examined: files.map((file) => ({ file, blob: 'b', by: 'probe' })),
  notExamined: [],
});
const lost = (file: string): Coverage => ({
  examined: [],
  notExamined: [{ file, blob: 'b', by: 'probe', code: 'syntax-error', why: 'w' }],
});
const changed = { base: new Set(['a']), head: new Set(['a', 'new']) };

describe('when whole trees were scanned', () => {
  it('only the changed files are told', () => {
    expect(coverageOfChange({ base: examined('a', 'b'), head: examined('a', 'b', 'new') }, changed)).toEqual({
      base: examined('a'),
      head: examined('a', 'new'),
    });
  });

  it('a file that the change kept from being examined is told, though it did not change itself', () => {
    expect(coverageOfChange({ base: examined('b'), head: lost('b') }, changed)).toEqual({
      base: examined('b'),
      head: lost('b'),
    });
  });

  it('a file that is in neither list any more is told as examined before', () => {
    expect(coverageOfChange({ base: examined('b'), head: NO_COVERAGE }, changed)).toEqual({
      base: examined('b'),
      head: NO_COVERAGE,
    });
  });

  it('that another tool still examines a file makes up for nothing', () => {
    const others: Coverage = { examined: [{ file: 'b', blob: 'b', by: 'other' }], notExamined: [] };
    expect(coverageOfChange({ base: examined('b'), head: others }, changed).base).toEqual(examined('b'));
  });

  it('what was never examined and did not change is not told', () => {
    expect(coverageOfChange({ base: lost('b'), head: lost('b') }, changed)).toEqual({
      base: NO_COVERAGE,
      head: NO_COVERAGE,
    });
  });

  it('what changed and is not examined is told, whatever was before', () => {
    expect(coverageOfChange({ base: lost('a'), head: lost('a') }, changed)).toEqual({
      base: lost('a'),
      head: lost('a'),
    });
  });
});
