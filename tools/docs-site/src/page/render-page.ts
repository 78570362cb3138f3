import { Parser, Renderer, type Tokens } from 'marked';
import { escapeHtml } from './escape-html.ts';
import { highlight } from './highlight.ts';
import { headingOf, type Page } from './read-page.ts';
import { isComment } from './tokens.ts';

/** Where a link or a picture of the page leads on the site; nothing where there is no such place to go. */
export interface Targets {
  readonly link: (href: string) => string | undefined;
  readonly picture: (href: string) => string | undefined;
  /** A flow chart as a picture. */
  readonly flow: (text: string) => string;
}

/** The body of a page. Raw HTML comes out as text, and comments not at all. */
export function renderPage(page: Page, targets: Targets): string {
  const parser = new Parser<string, string>({ renderer: new PageRenderer(targets) });
  return parser.parse(page.blocks.map(({ token }) => token));
}

class PageRenderer extends Renderer<string, string> {
  readonly #targets: Targets;

  constructor(targets: Targets) {
    super();
    this.#targets = targets;
  }

  override heading(token: Tokens.Heading): string {
    const { depth, id, text } = headingOf(token);
    const label = `Link to “${escapeHtml(text)}”`;
    const self = depth === 1 ? '' : ` <a class="anchor" href="#${id}" aria-label="${label}">#</a>`;
    return `<h${depth} id="${id}">${this.parser.parseInline(token.tokens)}${self}</h${depth}>\n`;
  }

  override link({ href, tokens }: Tokens.Link): string {
    const to = this.#targets.link(href);
    const inner = this.parser.parseInline(tokens);
    return to === undefined ? inner : `<a href="${escapeHtml(to)}">${inner}</a>`;
  }

  override image({ href, text }: Tokens.Image): string {
    const from = this.#targets.picture(href);
    return from === undefined ? escapeHtml(text) : `<img src="${escapeHtml(from)}" alt="${escapeHtml(text)}">`;
  }

  override code({ text, lang = '' }: Tokens.Code): string {
    const language = lang.split(' ')[0] ?? '';
    if (language === 'mermaid') return this.#targets.flow(text);
    return `<pre tabindex="0"><code>${highlight(text, language)}</code></pre>\n`;
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${escapeHtml(text)}</code>`;
  }

  override table({ header, rows }: Tokens.Table): string {
    const body = rows.map((row) => this.#row(row, 'td')).join('\n');
    const table = `<table><thead>${this.#row(header, 'th')}</thead><tbody>\n${body}</tbody></table>`;
    return `<div class="scroll" tabindex="0" role="group" aria-label="Table">${table}</div>\n`;
  }

  override html({ raw }: Tokens.HTML | Tokens.Tag): string {
    return isComment(raw) ? '' : escapeHtml(raw);
  }

  #row(cells: readonly Tokens.TableCell[], tag: 'td' | 'th'): string {
    const inner = cells.map(({ tokens, align }) => {
      // A head that says nothing is none.
      const name = tokens.length === 0 ? 'td' : tag;
      const start = align === null ? `<${name}>` : `<${name} class="${align}">`;
      return `${start}${this.parser.parseInline(tokens)}</${name}>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  }
}
