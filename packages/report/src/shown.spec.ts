import { describe, expect, it } from 'vitest';
import { shown, shownNumber, shownPath } from './shown.ts';

describe('when a text of the judged code is shown in a viewer', () => {
  it.each([
    ['lines', 'a\nb', 'a\nb'],
    ['an escape sequence', '\u001b[2J', '\\u{1b}[2J'],
    ['a bidirectional override', 'a\u202eb', 'a\\u{202e}b'],
    ['half of a character', 'a\ud800', 'a\\u{d800}'],
    ['a link', '[release it](https://evil.example)', '[release it] (https://evil.example)'],
  ])('O08 it is safe with %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('when a path is shown in a viewer', () => {
  it.each([
    ['src/a b.ts', 'src/a b.ts'],
    ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
    ['/etc//passwd', '%2F/etc/%2F/passwd'],
    ['.', '%2E'],
    ['.../..a', '.../..a'],
    ['a\ud800', 'a\ufffd'],
  ])('it leads nowhere else: %j', (file, expected) => {
    expect(shownPath(file)).toBe(expected);
  });
});

describe('when a line is shown in a viewer', () => {
  it('it fits into 32 bits, because a validator says nothing at all of a log in which one does not', () => {
    expect([1, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER].map(shownNumber)).toEqual([
      1, 2147483647, 2147483647, 2147483647,
    ]);
  });
});
