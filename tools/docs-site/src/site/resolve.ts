import { posix } from 'node:path';
import type { Page } from '../page/read-page.ts';
import type { WarningKind } from '../warning.ts';
import { addressOf, relativeAddress } from './address.ts';
import type { Source } from './source.ts';

/** Where a link of a page leads. */
export type Resolved =
  | { readonly kind: 'site'; readonly address: string }
  | { readonly kind: 'elsewhere'; readonly address: string }
  | { readonly kind: 'source'; readonly path: string; readonly at: 'file' | 'folder'; readonly anchor: string }
  | { readonly kind: 'wrong'; readonly warning: WarningKind; readonly why: string };

export interface Known {
  readonly pages: ReadonlyMap<string, Page>;
  /** Folders that have a listing on the site, and no page. */
  readonly listings: ReadonlySet<string>;
  readonly kindOf: Source['kindOf'];
}

export function resolve(page: Page, href: string, known: Known): Resolved {
  if (/^(?:https:|http:|mailto:)/u.test(href)) return { kind: 'elsewhere', address: href };
  if (/^(?:[a-z][a-z+.-]*:|\/)/iu.test(href)) return wrong('broken-link', `${href} works on no other machine`);
  const [before = '', anchor = ''] = href.split('#', 2);
  const path = before === '' ? page.path : pathFrom(page, before);
  const index = posix.join(path, 'README.md');
  const to = known.pages.get(path) ?? known.pages.get(index);
  if (to !== undefined) return toPage(page, to, anchor, href);
  if (known.listings.has(path)) return { kind: 'site', address: hereTo(page, addressOf(index)) };
  const at = path.startsWith('..') ? undefined : known.kindOf(path);
  if (at === undefined) return wrong('broken-link', `${href} leads to nothing`);
  return { kind: 'source', path, at, anchor };
}

/** The path of what a page names, from the root. */
export function pathFrom(page: Page, href: string): string {
  return posix.join(posix.dirname(page.path), decodeURI(href)).replace(/\/$/u, '');
}

function toPage(page: Page, to: Page, anchor: string, href: string): Resolved {
  if (anchor !== '' && !to.headings.some(({ id }) => id === decodeURI(anchor))) {
    return wrong('missing-anchor', `${href}: ${to.path} has no such heading`);
  }
  if (to === page) return { kind: 'site', address: anchor === '' ? '#' : `#${anchor}` };
  const address = hereTo(page, addressOf(to.path));
  return { kind: 'site', address: anchor === '' ? address : `${address}#${anchor}` };
}

function hereTo(page: Page, address: string): string {
  return relativeAddress(addressOf(page.path), address);
}

function wrong(warning: WarningKind, why: string): Resolved {
  return { kind: 'wrong', warning, why };
}
