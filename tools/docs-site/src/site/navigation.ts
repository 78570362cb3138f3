import { posix } from 'node:path';
import type { Token, Tokens } from 'marked';
import type { Page } from '../page/read-page.ts';
import { plainText } from '../page/plain-text.ts';
import { everyToken } from '../page/tokens.ts';
import { addressOf } from './address.ts';

export interface Entry {
  readonly title: string;
  readonly address: string;
  /** The pages of a folder, where the entry is one. */
  readonly children: readonly Entry[];
  /** A folder that has no page of its own. */
  readonly isListing: boolean;
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The page that says which pages there are, and in which order. On a forge it is the table of contents. */
export const CONTENTS = 'docs/README.md';

/** The lists of the contents, each below its heading. A link to a folder, or to its README, stands for all pages of the folder. */
export function navigationOf(contents: Page, pages: readonly Page[]): readonly Section[] {
  const sections: { readonly title: string; readonly entries: Entry[] }[] = [];
  for (const { token } of contents.blocks) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) {
      sections.push({ title: plainText([token]), entries: [] });
    }
    if (token.type === 'list') sections.at(-1)?.entries.push(...entriesOf(token, contents, pages));
  }
  return sections.filter(({ entries }) => entries.length > 0);
}

/** In the order in which one reads on. */
export function inOrder(sections: readonly Section[]): readonly Entry[] {
  return sections.flatMap(({ entries }) => entries.flatMap((entry) => [entry, ...entry.children]));
}

function entriesOf(list: Token, contents: Page, pages: readonly Page[]): readonly Entry[] {
  return (list as Tokens.List).items.flatMap((item) => {
    const link = [...everyToken(item)].find((token): token is Tokens.Link => token.type === 'link');
    if (link === undefined || /^[a-z]+:/u.test(link.href)) return [];
    const path = posix.join(posix.dirname(contents.path), link.href);
    const entry = entryOf(plainText([link]), path.replace(/\/$/u, ''), pages);
    return entry === undefined ? [] : [entry];
  });
}

function entryOf(title: string, path: string, pages: readonly Page[]): Entry | undefined {
  const page = pages.find((one) => one.path === path || one.path === `${path}/README.md`);
  const folder = page === undefined ? path : posix.dirname(page.path);
  const isFolder = page === undefined || (posix.basename(page.path) === 'README.md' && folder !== '.');
  const children = isFolder ? childrenOf(folder, page, pages) : [];
  if (page === undefined && children.length === 0) return undefined;
  const address = page === undefined ? addressOf(`${folder}/README.md`) : addressOf(page.path);
  return { title, address, children, isListing: page === undefined };
}

/** In the order in which the page of the folder, or of the one above it, names them; else by name. */
function childrenOf(folder: string, index: Page | undefined, pages: readonly Page[]): readonly Entry[] {
  const inside = pages.filter(({ path }) => path !== index?.path && isIn(folder, path));
  const above = pages.find(({ path }) => path === posix.join(posix.dirname(folder), 'README.md'));
  const naming = index ?? above;
  const named = naming === undefined ? [] : linksOf(naming);
  const place = ({ path }: Page): number => (named.includes(path) ? named.indexOf(path) : named.length);
  return [...inside]
    .sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1))
    .map(({ title, path }) => ({ title, address: addressOf(path), children: [], isListing: false }));
}

function isIn(folder: string, path: string): boolean {
  const parent = posix.dirname(path);
  return parent === folder || (posix.basename(path) === 'README.md' && posix.dirname(parent) === folder);
}

function linksOf(page: Page): readonly string[] {
  const links = page.blocks.flatMap(({ token }) => [...everyToken(token)]).filter(({ type }) => type === 'link');
  return links.map((link) => posix.join(posix.dirname(page.path), (link as Tokens.Link).href));
}
