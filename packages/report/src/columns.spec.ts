import { describe, expect, it } from 'vitest';
import { columnsOf, cut, cutMiddle, padded, shortName, shortPath, wrap } from './columns.ts';

describe('when a text is measured', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['🎉', 2],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('when a text is too long', () => {
  it.each([
    ['src/a.ts', 8, 'src/a.ts'],
    ['packages/storefront/src/read.ts', 16, 'packa…rc/read.ts'],
    ['漢字漢字漢字', 6, '…漢字'],
    ['abc', 1, '…'],
  ])('%j is cut in the middle for %i columns', (text, columns, expected) => {
    expect(cutMiddle(text, columns)).toBe(expected);
    expect(columnsOf(cutMiddle(text, columns))).toBeLessThanOrEqual(columns);
  });

  it('a text is cut at its end', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
  });

  it('O08 a name is made safe before it is cut, and a path may be longer', () => {
    const name = `a\u001b[2J${'x'.repeat(300)}`;
    expect(shortName(name)).toMatch(/^a\\u\{1b\}\[2J.*…x+$/u);
    expect([columnsOf(shortName(name)), columnsOf(shortPath(name))]).toEqual([60, 200]);
    expect(shortName('main')).toBe('main');
  });
});

describe('when a text stands in a table', () => {
  it('it is padded by what it takes, not by what it has', () => {
    expect([padded('ab', 4), padded('漢', 4), padded('abcde', 4)]).toEqual(['ab  ', '漢  ', 'abcde']);
  });
});

describe('when a text is broken', () => {
  it('it is broken at blanks, and a long word anywhere', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('x'.repeat(25), 16).join('')).toBe('x'.repeat(25));
  });

  it('it is one line where there is no end', () => {
    expect(wrap('one two three', Infinity)).toEqual(['one two three']);
  });

  it('O08 no line begins as an order to a build server', () => {
    expect(wrap('say ::error::x', 5)).not.toContainEqual(expect.stringMatching(/^\s*::/u));
  });
});
