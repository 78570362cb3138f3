import { escapeHtml } from '../page/escape-html.ts';
import type { Heading } from '../page/read-page.ts';
import { relativeAddress } from './address.ts';
import { type Entry, inOrder, type Section } from './navigation.ts';

export interface PageParts {
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly body: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly version: string;
}

/** A whole page of the site. Every address in it is relative, so that it works below any path and as a file. */
export function pageHtml(parts: PageParts): string {
  const { title, lead, address, body, version } = parts;
  const to = (other: string): string => escapeHtml(relativeAddress(address, other));
  const name = address === 'index.html' ? 'Pawl' : `${title} · Pawl`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(lead.slice(0, 300))}">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${to('site.css')}">
<script src="${to('site.js')}" data-index="${to('search-index.js')}" defer></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header class="top">
<a class="brand" href="${to('index.html')}">Pawl</a>
<form class="search" role="search" hidden><label for="search">Search</label><input id="search" type="search" autocomplete="off" placeholder="Press / to search"><div class="found" id="found" role="status"></div></form>
</header>
<div class="page">
<nav class="contents" aria-label="All pages"><details><summary>Contents</summary>
${contents(parts)}</details></nav>
<main id="content" tabindex="-1">
${body}${turning(parts)}</main>
${onThisPage(parts.headings)}</div>
<footer>Pawl ${escapeHtml(version)} · MIT licence · <a href="${to('contents.html')}">All pages</a></footer>
</body>
</html>
`;
}

function contents({ sections, address }: PageParts): string {
  return sections
    .map(({ title, entries }) => {
      const items = entries.map((entry) => item(entry, address)).join('');
      return `<h2>${escapeHtml(title)}</h2><ul>${items}</ul>\n`;
    })
    .join('');
}

/** The pages of a folder are shown only where one is in it. */
function item(entry: Entry, address: string): string {
  const isHere = entry.address === address;
  const isInside = isHere || entry.children.some((child) => child.address === address);
  const children = isInside ? entry.children.map((child) => item(child, address)).join('') : '';
  const current = isHere ? ' aria-current="page"' : '';
  const link = `<a href="${escapeHtml(relativeAddress(address, entry.address))}"${current}>${escapeHtml(entry.title)}</a>`;
  return `<li>${link}${children === '' ? '' : `<ul>${children}</ul>`}</li>`;
}

function turning({ sections, address }: PageParts): string {
  const order = inOrder(sections);
  const here = order.findIndex((entry) => entry.address === address);
  const link = (entry: Entry | undefined, rel: 'prev' | 'next', before: string, after: string): string => {
    if (entry === undefined || entry.address === address) return '';
    const href = escapeHtml(relativeAddress(address, entry.address));
    return `<a rel="${rel}" href="${href}">${before}${escapeHtml(entry.title)}${after}</a>`;
  };
  const links = link(order[here - 1], 'prev', '← ', '') + link(order[here + 1], 'next', '', ' →');
  return `<nav class="turning" aria-label="Neighbouring pages">${links}</nav>\n`;
}

function onThisPage(headings: readonly Heading[]): string {
  const listed = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (listed.length < 3) return '';
  const items = listed.map(
    ({ id, text, depth }) => `<li class="level-${depth}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="here" aria-label="On this page"><h2>On this page</h2><ul>${items.join('')}</ul></nav>\n`;
}
