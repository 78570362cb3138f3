import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hunk, lineHunks } from './line-hunks.ts';

describe('when lines change', () => {
  it('finds no hunk in equal texts', () => {
    expect(lineHunks('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  it('takes one unchanged line on either side', () => {
    const hunks = lineHunks('a\nb\nc\nd\ne\n', 'a\nb\nX\nd\ne\n');
    expect(hunks).toEqual([{ base: { first: 2, last: 4 }, head: { first: 2, last: 4 }, lines: { base: 1, head: 1 } }]);
  });

  it('keeps two distant edits apart', () => {
    const hunks = lineHunks('a\nb\nc\nd\ne\nf\ng', 'X\nb\nc\nd\ne\nf\nY');
    expect(hunks).toEqual([
      { base: { first: 1, last: 2 }, head: { first: 1, last: 2 }, lines: { base: 1, head: 1 } },
      { base: { first: 6, last: 7 }, head: { first: 6, last: 7 }, lines: { base: 1, head: 1 } },
    ]);
  });

  it('touches the lines around a deletion on both sides', () => {
    expect(lineHunks('a\nb\nc', 'a\nc')).toEqual([
      { base: { first: 1, last: 3 }, head: { first: 1, last: 2 }, lines: { base: 1, head: 0 } },
    ]);
  });

  it('takes all as one hunk where too much differs', () => {
    const base = Array.from({ length: 900 }, (_, index) => `b${index}`);
    const head = Array.from({ length: 900 }, (_, index) => `h${index}`);
    base[450] = head[450] = 'same';
    expect(lineHunks(base.join('\n'), head.join('\n'))).toEqual([
      { base: { first: 1, last: 900 }, head: { first: 1, last: 900 }, lines: { base: 900, head: 900 } },
    ]);
  });

  it('leaves out only lines that are equal and in one order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (base, head) => {
        const hunks = lineHunks(base, head);
        expect(outside(base, hunks, 'base')).toEqual(outside(head, hunks, 'head'));
      }),
    );
  });
});

function outside(text: string, hunks: readonly Hunk[], side: 'base' | 'head'): readonly string[] {
  const inside = (line: number): boolean => hunks.some((hunk) => hunk[side].first <= line && line <= hunk[side].last);
  return text.split('\n').filter((_, index) => !inside(index + 1));
}
