import { describe, expect, it } from 'vitest';
import { benignRow, fixRow } from '../testing/rows.ts';
import { addRows } from './add-rows.ts';

const line = (row: unknown): string => `${JSON.stringify(row)}\n`;

describe('when rows are added to a manifest', () => {
  const before = line(fixRow());

  it('they follow what is there, in the usual order, with the set that was named', () => {
    const { id, ...rest } = fixRow({ id: 'js-002', commit: 'd'.repeat(40) });
    const row = { ...rest, id, set: undefined };
    const added = addRows(before, line(row), 'mined');
    expect(added).toBe(before + line({ ...fixRow(), id: 'js-002', set: 'mined', commit: 'd'.repeat(40) }));
  });

  it('a set that a row names itself stays', () => {
    const added = addRows('', line(fixRow({ set: 'dev' })), 'mined');
    expect(added).toContain('"set":"dev"');
  });

  it('the words of an ordinary commit are left out', () => {
    const row = benignRow({ commit: 'd'.repeat(40) });
    expect(addRows(before, line({ ...row, note: 'Fix typo' }), 'mined')).toBe(before + line(row));
  });

  it('nothing is added where one row is bad', () => {
    const bad = line(fixRow({ id: 'js-002', commit: 'd'.repeat(40) })) + line(fixRow());
    expect(() => addRows(before, bad, 'mined')).toThrowError(expect.objectContaining({ code: 'bad-manifest' }));
  });
});
