import { describe, expect, it } from 'vitest';
import { decodePath } from './decode-path.ts';
import { errorCode } from './testing/error-code.ts';

describe('decodePath', () => {
  it.each([
    'src/app.ts',
    '-rf',
    ':(exclude)x',
    'a "b".ts',
    "it's",
    'ü/日本.ts',
    '.gitignore',
    'a/.github/b',
    '...',
    'x.git',
    ' ',
  ])('takes %j as it is', (path) => {
    expect(decodePath(Buffer.from(path))).toBe(path);
  });

  it('G14 keeps a byte order mark, so that two names stay two', () => {
    expect(decodePath(Buffer.from('\uFEFFapp.py'))).toBe('\uFEFFapp.py');
  });

  it.each([
    ['a newline', Buffer.from('a\nb')],
    ['an escape sequence', Buffer.from('a\u001b[2Jb')],
    ['DEL', Buffer.from('a\u007f')],
    ['a C1 control', Buffer.from('a\u009bb')],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff])],
    ['an overlong slash', Buffer.from([0x61, 0xc0, 0xaf, 0x62])],
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80])],
    ['a parent folder', Buffer.from('a/../b')],
    ['an absolute path', Buffer.from('/etc/passwd')],
    ['nothing', Buffer.from('')],
    ['the git folder', Buffer.from('a/.GIT/config')],
    ['G15 more than 4096 bytes', Buffer.from('a'.repeat(4097))],
  ])('G14 refuses %s', async (_, bytes) => {
    expect(await errorCode(() => decodePath(bytes))).toBe('hostile-path');
  });

  it('shows the refused name escaped', () => {
    expect(() => decodePath(Buffer.from('a\u001b\xff', 'latin1'))).toThrow('"a\\x1b\\xff"');
  });
});
