export const INSTALL = 'npx pawl init --hooks-only';
export const RELOCK = 'npx pawl lock';

/** A path for a person to paste into a shell. */
export function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
