import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editBetween } from './edit-between.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '😀', '😁', 'é', '\ud83d', '\ude00'))
  .map((parts) => parts.join(''));

describe('when two versions of a text are compared', () => {
  it('what is left out on both sides is the same, and no letter is cut in half', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { startIndex, oldEndIndex, newEndIndex } = editBetween(before, after);
        expect(startIndex).toBeLessThanOrEqual(Math.min(oldEndIndex, newEndIndex));
        expect(before.slice(0, startIndex)).toBe(after.slice(0, startIndex));
        expect(before.slice(oldEndIndex)).toBe(after.slice(newEndIndex));
        expect(before.slice(oldEndIndex)).not.toMatch(/^[\udc00-\udfff]/);
        expect(before.slice(0, startIndex)).not.toMatch(/[\ud800-\udbff]$/);
      }),
    );
  });

  it('says where, by rows and columns from 0', () => {
    expect(editBetween('a\nbc\nd', 'a\nbxy\nzc\nd')).toEqual({
      startIndex: 3,
      oldEndIndex: 3,
      newEndIndex: 7,
      startPosition: { row: 1, column: 1 },
      oldEndPosition: { row: 1, column: 1 },
      newEndPosition: { row: 2, column: 1 },
    });
  });
});
