import { runGit } from './run-git.ts';

/** One side of a changed file. */
export interface Entry {
  readonly path: string;
  readonly blob: string;
}

export interface ChangedEntry {
  readonly base?: Entry;
  readonly head?: Entry;
}

/** Renames are paired as the product pairs them. */
const FLAGS = ['-r', '--raw', '-z', '--no-abbrev', '-M50%', '-l1000', '--no-ext-diff', '--no-textconv'];

/**
 * The regular files that differ between two commits; only `paths`, where given. That a commit goes back for some of its
 * paths is the same difference as a commit on top of it that puts those paths back.
 *
 * @throws GitFailure where a commit, a tree or a blob that may be a rename is not there.
 */
export async function changedEntries(
  repo: string,
  base: string,
  head: string,
  paths: readonly string[] = [],
): Promise<readonly ChangedEntry[]> {
  return parseRawDiff(await runGit(repo, ['diff-tree', ...FLAGS, base, head, '--', ...paths]));
}

/** Symbolic links and submodules are left out: nobody parses them. */
export function parseRawDiff(output: Buffer): readonly ChangedEntry[] {
  const fields = output.toString('utf8').split('\0');
  const entries: ChangedEntry[] = [];
  for (let at = 0; at < fields.length - 1;) {
    const [baseMode = '', headMode = '', baseBlob = '', headBlob = '', status = ''] = (fields[at] ?? '')
      .slice(1)
      .split(' ');
    const from = fields[at + 1] ?? '';
    const isPair = /^[RC]/u.test(status);
    const to = isPair ? (fields[at + 2] ?? '') : from;
    const base = isFile(baseMode) ? { base: { path: from, blob: baseBlob } } : {};
    const head = isFile(headMode) ? { head: { path: to, blob: headBlob } } : {};
    entries.push({ ...base, ...head });
    at += isPair ? 3 : 2;
  }
  return entries.filter(({ base, head }) => base !== undefined || head !== undefined);
}

function isFile(mode: string): boolean {
  return mode.startsWith('100');
}
