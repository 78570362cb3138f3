import { describe, expect, it } from 'vitest';
import { visible } from './visible.ts';

describe('visible', () => {
  it('leaves ordinary text alone, in any script', () => {
    expect(visible('src/naïve/ファイル.ts')).toBe('src/naïve/ファイル.ts');
  });

  it('shows a terminal escape instead of sending it', () => {
    expect(visible('\u001b[2Jgone')).toBe('\\u{1b}[2Jgone');
  });

  it('shows a bidirectional override, which would reorder what is read', () => {
    expect(visible('a\u202eb')).toBe('a\\u{202e}b');
  });

  it.each([
    ['::add-mask::x.py', '\\u{3a}:add-mask::x.py'],
    ['  ::error::x', '  \\u{3a}:error::x'],
    ['a ##vso[task.complete]', 'a \\u{23}#vso[task.complete]'],
    ['##[error]x', '\\u{23}#[error]x'],
  ])('gives a build server no orders: %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves colons and headings alone', () => {
    expect(visible('std::move ## A [link]')).toBe('std::move ## A [link]');
  });

  it('keeps a name with a line break on one line', () => {
    expect(visible('a\nb\tc\r')).toBe('a\\nb\\tc\\r');
  });
});
