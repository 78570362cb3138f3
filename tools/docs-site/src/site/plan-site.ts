import { posix } from 'node:path';
import type { Tokens } from 'marked';
import { drawFlow } from '../flow/draw-flow.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import { escapeHtml } from '../page/escape-html.ts';
import { type Page, readPage } from '../page/read-page.ts';
import { renderPage, type Targets } from '../page/render-page.ts';
import { everyToken } from '../page/tokens.ts';
import type { Warning } from '../warning.ts';
import { addressOf, relativeAddress } from './address.ts';
import { checkPage } from './check-page.ts';
import { plainList } from './plain-list.ts';
import { CONTENTS, type Entry, inOrder, navigationOf, type Section } from './navigation.ts';
import { pageHtml } from './page-html.ts';
import { type Known, pathFrom, resolve } from './resolve.ts';
import { searchIndex } from './search-index.ts';
import type { SiteOptions, Source } from './source.ts';

export interface Site {
  /** What is written, by its address. */
  readonly files: ReadonlyMap<string, string>;
  /** What is copied: from the workspace, to an address. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly warnings: readonly Warning[];
}

/** The whole site, and all that is wrong with it. */
export function planSite(source: Source, options: SiteOptions): Site {
  const pages = [...source.pages].map(([path, markdown]) => readPage(path, markdown));
  const contents = pages.find(({ path }) => path === CONTENTS) ?? readPage(CONTENTS, '');
  const sections = navigationOf(contents, pages);
  const known: Known = {
    pages: new Map(pages.map((page) => [page.path, page])),
    listings: new Set(inOrder(sections).flatMap(({ isListing, address }) => (isListing ? [folderOf(address)] : []))),
    kindOf: source.kindOf,
  };
  const pictures = new Map(pages.flatMap((page) => picturesOf(page)));
  const written = pages.map((page) => [addressOf(page.path), html(page, sections, known, options)] as const);
  const listings = inOrder(sections).filter(({ isListing }) => isListing);
  const lists = listings.map((entry) => [entry.address, listing(entry, sections, options)] as const);
  const files = new Map([
    ...written,
    ...lists,
    ['search-index.js', searchIndex(pages)],
    ['llms.txt', plainList(pages, sections)],
  ]);
  const checked = pages.flatMap((page) => checkPage(page, source.pages.get(page.path) ?? '', known));
  return { files, pictures, warnings: [...checked, ...notInNavigation(pages, sections)] };
}

function html(page: Page, sections: readonly Section[], known: Known, { repository, version }: SiteOptions): string {
  const address = addressOf(page.path);
  let flows = 0;
  const targets: Targets = {
    link: (href) => {
      const to = resolve(page, href, known);
      if (to.kind === 'site' || to.kind === 'elsewhere') return to.address;
      if (to.kind === 'wrong' || repository === undefined) return undefined;
      const anchor = to.anchor === '' ? '' : `#${to.anchor}`;
      return `${repository}/${to.at === 'file' ? 'blob' : 'tree'}/HEAD/${to.path}${anchor}`;
    },
    picture: (href) => relativeAddress(address, pictureAddress(page, href)),
    flow: (text) => drawOrShow(text, `flow-${(flows += 1)}`),
  };
  return pageHtml({ ...page, address, body: renderPage(page, targets), sections, version });
}

/** What cannot be drawn is a warning already, and stands there as it was written. */
function drawOrShow(text: string, id: string): string {
  try {
    return drawFlow(parseFlow(text), id);
  } catch {
    return `<pre><code>${escapeHtml(text)}</code></pre>`;
  }
}

function listing({ title, address, children }: Entry, sections: readonly Section[], { version }: SiteOptions): string {
  const items = children.map((child) => {
    return `<li><a href="${escapeHtml(relativeAddress(address, child.address))}">${escapeHtml(child.title)}</a></li>`;
  });
  const body = `<h1>${escapeHtml(title)}</h1>\n<ul>${items.join('\n')}</ul>\n`;
  return pageHtml({ title, lead: title, address, body, headings: [], sections, version });
}

function picturesOf(page: Page): readonly (readonly [string, string])[] {
  const tokens = page.blocks.flatMap(({ token }) => [...everyToken(token)]);
  const images = tokens.filter((token): token is Tokens.Image => token.type === 'image');
  return images.map(({ href }) => [pathFrom(page, href), pictureAddress(page, href)]);
}

function pictureAddress(page: Page, href: string): string {
  return posix.join('pictures', pathFrom(page, href));
}

function notInNavigation(pages: readonly Page[], sections: readonly Section[]): readonly Warning[] {
  const listed = new Set(['index.html', addressOf(CONTENTS), ...inOrder(sections).map(({ address }) => address)]);
  return pages.flatMap(({ path }) =>
    listed.has(addressOf(path))
      ? []
      : [{ kind: 'not-in-navigation', page: path, line: 1, text: `no list of ${CONTENTS} links to it` } as const],
  );
}

function folderOf(address: string): string {
  const folder = posix.dirname(address);
  return folder === 'packages' ? folder : `docs/${folder}`;
}
