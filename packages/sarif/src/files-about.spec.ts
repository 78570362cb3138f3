import { describe, expect, it } from 'vitest';
import { filesAbout } from './files-about.ts';

const files = new Set(['src/a.py', 'b.py', 'dir/b.py']);
const about = (text: string, located: readonly string[] = []): readonly string[] =>
  filesAbout({ text, files: located }, files, '/tmp/x/files');

describe('S03 when a tool says something about files', () => {
  it('it takes the places that it gives', () => {
    expect(about('skipped b.py', ['src/a.py'])).toEqual(['src/a.py']);
  });

  it.each([
    ['Syntax error at line src/a.py:1:\n `x` was unexpected', ['src/a.py']],
    ["could not parse '/tmp/x/files/src/a.py'.", ['src/a.py']],
    ['extractor error in /tmp/x/files/src/a.py: no name', ['src/a.py']],
    ['src/a.py:12:3: bad indent', ['src/a.py']],
    ['skipped: b.py, dir/b.py', ['b.py', 'dir/b.py']],
    ['[b.py] (dir/b.py)', ['b.py', 'dir/b.py']],
    ['we skipped src/a.py.', ['src/a.py']],
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
