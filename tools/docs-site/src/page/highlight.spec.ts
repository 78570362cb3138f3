import { expect, it } from 'vitest';
import { highlight } from './highlight.ts';

it('when a block is a difference › what came and what went are told apart', () => {
  expect(highlight(' a\n-b < c\n+d', 'diff')).toBe(' a\n<del>-b &lt; c</del>\n<ins>+d</ins>');
});

it('when a block is JSON with comments › comments and texts are told apart', () => {
  expect(highlight('{ "a//b": 1 } // "c"', 'jsonc')).toBe(
    '{ <span class="text">&quot;a//b&quot;</span>: 1 } <span class="comment">// &quot;c&quot;</span>',
  );
});

it('when a hash stands within a word of a shell › it begins no comment', () => {
  expect(highlight('echo $#x a#b # c', 'sh')).toBe('echo $#x a#b <span class="comment"># c</span>');
});

it('when nothing is known of the language › nothing is coloured and all is escaped', () => {
  expect(highlight('# <b> "x"', 'text')).toBe('# &lt;b&gt; &quot;x&quot;');
});
