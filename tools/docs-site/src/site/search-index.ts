import type { Page } from '../page/read-page.ts';
import { plainText } from '../page/plain-text.ts';
import { addressOf } from './address.ts';

/** A script and not a document, because a page that was opened as a file may load scripts only. */
export function searchIndex(pages: readonly Page[]): string {
  const entries = pages.map((page) => ({
    address: addressOf(page.path),
    title: page.title,
    headings: page.headings.slice(1).map(({ id, text }) => [id, text]),
    words: wordsOf(page),
  }));
  return `globalThis.pawlPages=${JSON.stringify(entries)};\n`;
}

/** Each word of the page once. */
function wordsOf(page: Page): string {
  const text = page.blocks.map(({ token }) => plainText([token])).join(' ');
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_-]{2,}/gu) ?? [])].join(' ');
}
