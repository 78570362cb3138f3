const PLAIN = /^(?:[\w-]+\/)*[\w-]+\.(?:[cm]?[jt]s|[jt]sx|py|go|java|kt|cs|rs|rb|php|c|h|cc|cpp|hpp)$/u;
/** Names and folders that make a file more than its code, whatever it ends with. */
const SPECIAL = /hooks|sites-|(?:docker|container)file/iu;

/**
 * Whether a path is that of source code and of nothing else: no settings and no hook, of any tool that is known. Most files that change are
 * such, and the hundred patterns that know the others need not be tried on them. Whoever relies on it proves that none of them would match.
 */
export function isPlainSource(path: string): boolean {
  return PLAIN.test(path) && !SPECIAL.test(path);
}

/** What {@link isPlainSource} is made of, for that proof. */
export const PLAIN_SOURCE: { readonly plain: RegExp; readonly special: RegExp } = { plain: PLAIN, special: SPECIAL };
