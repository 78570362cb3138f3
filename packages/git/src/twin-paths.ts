import type { Change } from './change.ts';
import { GitError } from './git-error.ts';
import type { TreeItem } from './parse-tree.ts';
import { printable } from './printable.ts';
import { isFolder, type TreeWalk } from './tree-walk.ts';

type Folder = ReadonlyMap<string, TreeItem>;

/**
 * Refuses a new name in a folder that some file systems take for another name there: `APP.PY` beside `app.py`, or one name
 * with its accents composed and decomposed. One of the two is read and the other runs. Twins that were there are not new.
 *
 * @throws GitError `twin-path`
 */
export function refuseNewTwins(before: Folder, after: Folder, prefix: string): void {
  const added = [...after.keys()].filter((name) => !before.has(name));
  if (added.length === 0) return;
  const spelled = new Map<string, string>();
  // What was there comes first, so that the new name is the one that is refused.
  const all = [...[...after.keys()].filter((name) => before.has(name)), ...added];
  for (const name of all) {
    const twin = spelled.get(folded(name));
    if (twin !== undefined && !before.has(name)) throw twinPath(prefix + name, prefix + twin);
    spelled.set(folded(name), name);
  }
}

/**
 * The same for a comparison with the index, whose folders are not there to be read: what is new in it must have no twin in
 * what stays of the base, nor among itself.
 *
 * @throws GitError `twin-path`, and the errors of reading a tree.
 */
export async function refuseTwinsInIndex(trees: TreeWalk, base: TreeItem, changes: readonly Change[]): Promise<void> {
  const gone = new Set(
    changes.flatMap((change) => (change.kind === 'deleted' || change.kind === 'renamed' ? [change.base.path] : [])),
  );
  const spelled = new Map<string, string>();
  for (const change of changes) {
    if (change.kind !== 'added' && change.kind !== 'renamed') continue;
    const { path } = change.head;
    for (const part of partsOf(path)) {
      const twin = spelled.get(folded(part));
      if (twin !== undefined && twin !== part) throw twinPath(part, twin);
      spelled.set(folded(part), part);
    }
    const twin = await twinInBase(trees, base, path, gone);
    if (twin !== undefined) throw twinPath(path, twin);
  }
}

/** Down to the first part of the path that the base has not: what stands beside that one, and stays. */
async function twinInBase(
  trees: TreeWalk,
  base: TreeItem,
  path: string,
  gone: ReadonlySet<string>,
): Promise<string | undefined> {
  let folder: TreeItem | undefined = base;
  let prefix = '';
  for (const name of path.split('/')) {
    const children: Folder = await trees.children(folder);
    folder = children.get(name);
    if (folder === undefined) {
      const twins = [...children].filter(([other]) => folded(other) === folded(name));
      for (const [other, item] of twins) if (await stays(trees, item, prefix + other, gone)) return prefix + other;
      return undefined;
    }
    prefix += `${name}/`;
  }
  return undefined;
}

async function stays(trees: TreeWalk, item: TreeItem, path: string, gone: ReadonlySet<string>): Promise<boolean> {
  if (!isFolder(item)) return !gone.has(path);
  for (const [name, child] of await trees.children(item))
    if (await stays(trees, child, `${path}/${name}`, gone)) return true;
  return false;
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
function partsOf(path: string): readonly string[] {
  const names = path.split('/');
  return names.map((_, at) => names.slice(0, at + 1).join('/'));
}

/** Upper before lower case, because some letters have one of the two only. */
function folded(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFD');
}

function twinPath(path: string, twin: string): GitError {
  const why = `${printable(path)} and ${printable(twin)} are one file where case or accents do not count`;
  return new GitError('twin-path', why, { next: 'Rename one of them.' });
}
