/** Patterns of ignore files as they are written in most tools: `*`, `**`, `?`, and a folder for all that is in it. */
export function matchesPattern(pattern: string, file: string): boolean {
  const clean = pattern.trim().replace(/^\.\//u, '').slice(0, 300);
  if (clean === '' || clean.startsWith('!') || (clean.match(/\*/gu)?.length ?? 0) > 8) return false;
  const isAnchored = clean.replace(/\/$/u, '').includes('/');
  const body = clean
    .replace(/^\/|\/+$/gu, '')
    .replace(/[.+^${}()|\\[\]]/gu, String.raw`\$&`)
    .replace(/\*\*\/|\*\*|\*|\?/gu, (glob) => GLOBS[glob] ?? glob);
  return new RegExp(`${isAnchored ? '^' : '(?:^|/)'}${body}(?:/|$)`, 'u').test(file);
}

const GLOBS: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};

/** Whether all that one pattern ignores is ignored by another, as far as their texts say: a folder and what is in it. */
export function isWithinPattern(pattern: string, wider: string): boolean {
  const plain = (text: string): string => text.replace(/^\.?\/|\/?\*{0,2}$/gu, '');
  const [inner, outer] = [plain(pattern), plain(wider)];
  if (outer === '' || inner === outer) return outer === '' || inner === outer;
  return inner.startsWith(`${outer}/`) || matchesPattern(wider, inner.replace(/\*+/gu, 'x'));
}
