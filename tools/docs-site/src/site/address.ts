import { posix } from 'node:path';

/** Where a page stands on the site, from its root. Addresses name a file, so that they work without a server. */
export function addressOf(path: string): string {
  if (path === 'README.md') return 'index.html';
  if (path === 'docs/README.md') return 'contents.html';
  const inDocs = path.replace(/^docs\//u, '');
  const isPackage = /^packages\/([^/]+)\/README\.md$/u.exec(path)?.[1];
  if (isPackage !== undefined) return `packages/${isPackage}.html`;
  if (!inDocs.includes('/') && path === inDocs) return `${path.replace(/\.md$/u, '').toLowerCase()}.html`;
  return inDocs.replace(/(^|\/)README\.md$/u, '$1index.md').replace(/\.md$/u, '.html');
}

/** From one place of the site to another. */
export function relativeAddress(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to);
}
