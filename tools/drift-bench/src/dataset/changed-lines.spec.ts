import { describe, expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

describe('when the changed lines of a pair are counted', () => {
  it.each([
    ['nothing changed', 'a\nb\n', 'a\nb\n', [], []],
    ['a line was added', 'a\nc\n', 'a\nb\nc\n', [], [2]],
    ['a line was deleted', 'a\nb\nc\n', 'a\nc\n', [2], []],
    ['a line was changed', 'a\nb\nc\n', 'a\nx\nc\n', [2], [2]],
    ['two places changed', 'a\nb\nc\nd\ne\n', 'x\nb\nc\nd\ny\n', [1, 5], [1, 5]],
    ['a line moved down', 'a\nb\nc\n', 'b\nc\na\n', [1], [3]],
    ['the file is new', '', 'a\nb\n', [], [1, 2]],
    ['the file is gone', 'a\nb', '', [1, 2], []],
    ['one of two equal lines went', 'a\na\nb\n', 'a\nb\n', [2], []],
  ])('%s', (_, base, head, inBase, inHead) => {
    expect(changedLines(base, head)).toEqual({ base: inBase, head: inHead });
  });

  it('a side that does not exist has no lines', () => {
    expect(changedLines(undefined, 'a\n')).toEqual({ base: [], head: [1] });
  });

  it('texts that have nothing in common are changed as a whole', () => {
    const base = Array.from({ length: 1500 }, (_, at) => `a${at}\n`).join('');
    const head = Array.from({ length: 1500 }, (_, at) => `b${at}\n`).join('');
    const { base: gone, head: come } = changedLines(base, head);
    expect([gone.length, come.length]).toEqual([1500, 1500]);
  });
});
