import type { Change } from './change.ts';
import { GitError } from './git-error.ts';
import type { TreeItem } from './parse-tree.ts';
import { printable } from './printable.ts';
import { isFolder, type TreeWalk } from './tree-walk.ts';
import { refuseNewTwins, refuseTwinsInIndex } from './twin-paths.ts';

/** What stands at one path before and after. */
interface Difference {
  readonly base: TreeItem | undefined;
  readonly head: TreeItem | undefined;
}

/**
 * Proves what `diff-tree` said against trees that were hashed and parsed here. git hides the second of two entries of
 * one name where the first is unchanged, and believes a stored tree whose content is not what its id promises.
 *
 * @throws GitError `malformed-tree`, `twin-path`, and the errors of reading a tree.
 */
export async function proveChanges(
  trees: TreeWalk,
  base: TreeItem,
  head: TreeItem,
  changes: readonly Change[],
): Promise<void> {
  const stored = new Map<string, Difference>();
  await compare(trees, base, head, '', stored);
  const told = new Map<string, Difference>();
  for (const change of changes) {
    if (change.kind !== 'added') tell(told, change.base.path, { base: itemOf(change.base), head: undefined });
    if (change.kind !== 'deleted') tell(told, change.head.path, { base: undefined, head: itemOf(change.head) });
  }
  for (const path of new Set([...stored.keys(), ...told.keys()])) {
    if (!isSameDifference(stored.get(path), told.get(path))) throw untrue(path);
  }
}

/**
 * The same for a comparison with the index, as far as it can be proven: the base side of every path that was told.
 *
 * @throws GitError `malformed-tree`, `twin-path`, and the errors of reading a tree.
 */
export async function proveBase(trees: TreeWalk, base: TreeItem, changes: readonly Change[]): Promise<void> {
  await Promise.all(changes.map((change) => proveOne(trees, base, change)));
  await refuseTwinsInIndex(trees, base, changes);
}

async function proveOne(trees: TreeWalk, base: TreeItem, change: Change): Promise<void> {
  if (change.kind !== 'added' && !isSame(await trees.find(base, change.base.path), itemOf(change.base))) {
    throw untrue(change.base.path);
  }
  const isNew = change.kind === 'added' || change.kind === 'renamed';
  if (isNew && (await leafAt(trees, base, change.head.path))) throw untrue(change.head.path);
}

async function compare(
  trees: TreeWalk,
  base: TreeItem | undefined,
  head: TreeItem | undefined,
  path: string,
  found: Map<string, Difference>,
): Promise<void> {
  if (isSame(base, head)) return;
  const leaf = { base: isFolder(base) ? undefined : base, head: isFolder(head) ? undefined : head };
  if (leaf.base || leaf.head) found.set(path, leaf);
  const [before, after] = await Promise.all([trees.children(base), trees.children(head)]);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const prefix = path === '' ? '' : `${path}/`;
  refuseNewTwins(before, after, prefix);
  await Promise.all(names.map((name) => compare(trees, before.get(name), after.get(name), prefix + name, found)));
}

async function leafAt(trees: TreeWalk, root: TreeItem, path: string): Promise<boolean> {
  const item = await trees.find(root, path);
  return item !== undefined && !isFolder(item);
}

function tell(told: Map<string, Difference>, path: string, side: Difference): void {
  const known = told.get(path);
  told.set(path, { base: known?.base ?? side.base, head: known?.head ?? side.head });
}

function itemOf({ mode, blob }: { readonly mode: string; readonly blob: string }): TreeItem {
  return { mode, id: blob };
}

function isSame(one: TreeItem | undefined, other: TreeItem | undefined): boolean {
  return one?.mode === other?.mode && one?.id === other?.id;
}

function isSameDifference(one: Difference | undefined, other: Difference | undefined): boolean {
  return isSame(one?.base, other?.base) && isSame(one?.head, other?.head);
}

function untrue(path: string): GitError {
  return new GitError('malformed-tree', `git described ${printable(path)} otherwise than it is stored`, {
    next: 'Run git fsck.',
  });
}
