import { describe, expect, it } from 'vitest';
import { filesAbout } from './files-about.ts';

const files = new Set(['src/a.py', 'b.py', 'dir/b.py']);
const odd = new Set(['app/[id]/page.tsx', 'my dir/a, b (1).py', 'src/app/[id]/page.tsx']);
const about = (text: string, located: readonly string[] = []): readonly string[] =>
  filesAbout({ text, files: located }, files, '/tmp/x/files');

describe('S03 when a tool says something about files', () => {
  it('it takes the places that it gives', () => {
    expect(about('skipped b.py', ['src/a.py'])).toEqual(['src/a.py']);
  });

  it('it takes every file below a folder that it is located in', () => {
    expect(about('no', ['src', 'dir/b.py'])).toEqual(['src/a.py', 'dir/b.py']);
    expect(about('no', [''])).toEqual([...files]);
  });

  it.each([[['gone.py']], [['sr']], [['src/a.py/x', 'src/']]])(
    'it takes none where the tree has none of %j',
    (located) => {
      expect(about('skipped b.py', located)).toEqual([]);
    },
  );

  it.each([
    ['could not parse app/[id]/page.tsx:1:2', ['app/[id]/page.tsx']],
    ['skipped [app/[id]/page.tsx], and more', ['app/[id]/page.tsx']],
    ['error in /tmp/x/files/src/app/[id]/page.tsx: no', ['src/app/[id]/page.tsx']],
    ["skipped 'my dir/a, b (1).py'.", ['my dir/a, b (1).py']],
    ['my dir/a, b (1).pyc app/[id] b.py', []],
  ])('it takes those with blanks, commas and brackets in their names that stand in %j', (text, expected) => {
    expect(filesAbout({ text, files: [] }, odd, '/tmp/x/files')).toEqual(expected);
  });

  it.each([
    ['Syntax error at line src/a.py:1:\n `x` was unexpected', ['src/a.py']],
    ["could not parse '/tmp/x/files/src/a.py'.", ['src/a.py']],
    ['extractor error in /tmp/x/files/src/a.py: no name', ['src/a.py']],
    ['src/a.py:12:3: bad indent', ['src/a.py']],
    ['skipped: b.py, dir/b.py', ['b.py', 'dir/b.py']],
    ['[b.py] (dir/b.py)', ['b.py', 'dir/b.py']],
    ['we skipped src/a.py.', ['src/a.py']],
    ['xsrc/a.py, then ./src/a.py', ['src/a.py']],
  ])('it takes those that stand in %j', (text, expected) => {
    expect(about(text)).toEqual(expected);
  });

  it.each(['nothing to see', 'see xb.py', '/tmp/y/files/src/a.py', 'src/a.pyc', 'b.python'])(
    'it finds none in %j',
    (text) => {
      expect(about(text)).toEqual([]);
    },
  );
});
