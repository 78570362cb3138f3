import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';
import { renderPage, type Targets } from './render-page.ts';

const TARGETS: Targets = {
  link: (href) => (href === 'gone.md' ? undefined : `to/${href}`),
  picture: (href) => `pictures/${href}`,
  flow: (text) => `<figure>${text.length}</figure>`,
};

function render(markdown: string): string {
  return renderPage(readPage('docs/x.md', markdown), TARGETS);
}

describe('when a page is rendered', () => {
  it('raw HTML comes out as text', () => {
    expect(render('a <script>alert(1)</script> b')).toBe('<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n');
    expect(render('<div onclick="x()">y</div>')).not.toContain('<div');
  });

  it('a comment leaves no trace', () => {
    expect(render('<!-- generated -->\n\nText')).toBe('<p>Text</p>\n');
  });

  it('a heading has an id and a link to itself, and the title has no link', () => {
    expect(render('# Title\n\n## Two *words*\n')).toBe(
      '<h1 id="title">Title</h1>\n<h2 id="two-words">Two <em>words</em> <a class="anchor" href="#two-words" aria-label="Link to “Two words”">#</a></h2>\n',
    );
  });

  it('a link leads where the site has it, and is text where the site has nothing', () => {
    expect(render('[here](a.md) and [there](gone.md)')).toBe('<p><a href="to/a.md">here</a> and there</p>\n');
  });

  it('an address is escaped', () => {
    expect(render('[x](<a"b.md>)')).toBe('<p><a href="to/a&quot;b.md">x</a></p>\n');
  });

  it('a picture has its text', () => {
    expect(render('![A "curve"](c.svg)')).toBe('<p><img src="pictures/c.svg" alt="A &quot;curve&quot;"></p>\n');
  });

  it('a table can be scrolled by keyboard, and keeps its alignment', () => {
    expect(render('| a | n |\n| --- | ---: |\n| `x<y` | 1 |\n')).toBe(
      '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr><th>a</th><th class="right">n</th></tr></thead><tbody>\n' +
        '<tr><td><code>x&lt;y</code></td><td class="right">1</td></tr></tbody></table></div>\n',
    );
  });

  it('a flow chart becomes a picture', () => {
    expect(render('```mermaid\nab\n```')).toBe('<figure>2</figure>');
  });

  it('the words after the language of a block are for the tests', () => {
    expect(render('```sh fragment\nls # all\n```')).toBe(
      '<pre tabindex="0"><code>ls <span class="comment"># all</span></code></pre>\n',
    );
  });
});
