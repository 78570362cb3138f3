import { byPathBytes } from './by-path-bytes.ts';
import type { TreeEntry } from './change.ts';
import { decodePath } from './decode-path.ts';
import { refuseDuplicatePaths } from './duplicate-entry.ts';
import { GitError } from './git-error.ts';
import { printable } from './printable.ts';
import { splitNul } from './split-nul.ts';

const ENTRY = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40}|[0-9a-f]{64})$/u;

/**
 * Reads `ls-tree -r -t -z`: what can be checked out, sorted by the path's bytes. The folders are asked for only so that
 * a folder that stands beside a file, or another folder, of the same name is seen.
 *
 * @throws GitError `hostile-path`, `duplicate-entry`, `unreadable-output`
 */
export function parseTreeListing(output: Buffer): readonly TreeEntry[] {
  const all = splitNul(output).map(readEntry);
  refuseDuplicatePaths(all.map(({ entry }) => entry.path));
  const files = all.filter(({ type }) => type !== 'tree').map(({ entry }) => entry);
  return byPathBytes(files, ({ path }) => path);
}

function readEntry(field: Buffer): { readonly type: string; readonly entry: TreeEntry } {
  const tab = field.indexOf('\t');
  const [, mode, type, blob] = ENTRY.exec(field.subarray(0, Math.max(tab, 0)).toString('latin1')) ?? [];
  if (mode === undefined || type === undefined || blob === undefined) {
    throw new GitError('unreadable-output', `git listed an entry in an unknown way: ${printable(field)}`);
  }
  return { type, entry: { path: decodePath(field.subarray(tab + 1)), mode, blob } };
}
