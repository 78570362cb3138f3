import { join, resolve } from 'node:path';

/** Where a report goes. */
export type Destination = { readonly kind: 'stdout' } | { readonly kind: 'file'; readonly file: string };

export interface Wanted {
  readonly format: 'html' | 'json';
  /** What was asked for; `-` is standard output. */
  readonly out: string | undefined;
  /** Whether standard output is a terminal, where a page is of no use to anybody. */
  readonly isTerminal: boolean;
  /** What a path is from. */
  readonly cwd: string;
  /** The folder that git never tracks. */
  readonly folder: string;
}

/**
 * Data goes to standard output, and so does a page that is piped. A page that nobody said a place for lies in the git folder: in the
 * work tree an agent would find it at its next `git status`, and commit it.
 */
export function destinationOf({ format, out, isTerminal, cwd, folder }: Wanted): Destination {
  if (out === '-') return { kind: 'stdout' };
  if (out !== undefined) return { kind: 'file', file: resolve(cwd, out) };
  return format === 'json' || !isTerminal ? { kind: 'stdout' } : { kind: 'file', file: join(folder, 'report.html') };
}
