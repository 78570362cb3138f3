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

  it('keeps a name with a line break on one line', () => {
    expect(visible('a\nb\tc\r')).toBe('a\\nb\\tc\\r');
  });
});
