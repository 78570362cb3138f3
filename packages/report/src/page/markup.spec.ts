import { describe, expect, it } from 'vitest';
import { markup } from './markup.ts';

describe('when a text is put into a page', () => {
  it('nothing in it can begin or end a tag, an attribute or a character reference', () => {
    expect(markup`<p title="${`"'<>&`}">${'</p>&lt;'}</p>`.text).toBe(
      '<p title="&#34;&#39;&#60;&#62;&#38;">&#60;/p&#62;&#38;lt;</p>',
    );
  });

  it('what is markup already stays as it is, and so does each of a list', () => {
    expect(markup`<ul>${['<', '>'].map((text) => markup`<li>${text}</li>`)}</ul>`.text).toBe(
      '<ul><li>&#60;</li><li>&#62;</li></ul>',
    );
  });

  it('what is hidden or turned around is shown', () => {
    expect(markup`${'a\u202eb\u0000\nc'}`.text).toBe('a\\u{202e}b\\u{0}\\nc');
  });

  it('a text that would push the rest out of sight is cut in its middle', () => {
    const { text } = markup`${`begin${'x'.repeat(100_000)}end`}`;
    expect(text).toMatch(/^beginx+…x+end$/u);
    expect(text.length).toBe(600);
  });

  it('half a character at the cut is shown as what it is', () => {
    const { text } = markup`${`${'x'.repeat(1999)}🎉${'\u0301'.repeat(9000)}`}`;
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  it('marks that are piled up on a letter do not cover the lines above', () => {
    expect(markup`${`e${'\u0301'.repeat(50)}!`}`.text).toBe(`e${'\u0301'.repeat(4)}…!`);
  });

  it('nothing is nothing, and zero is zero', () => {
    expect(markup`[${null}${0}${[]}]`.text).toBe('[0]');
  });
});
