import { GitError } from './git-error.ts';
import { checkRevision, isObjectId } from './object-id.ts';
import { unreadableObject, type ObjectReader, type StoredObject } from './object-reader.ts';
import { parseCommit } from './parse-commit.ts';
import { parseTree, type TreeItem } from './parse-tree.ts';
import { printable } from './printable.ts';

/** Looks into trees whose bytes were hashed and strictly parsed, each once. */
export interface TreeWalk {
  /** The tree of any tree-ish. Errors: `unknown-revision`, `missing-object`. */
  root(rev: string): Promise<TreeItem>;
  /** What a folder holds; nothing where there is no folder. */
  children(item: TreeItem | undefined): Promise<ReadonlyMap<string, TreeItem>>;
  /** What stands at a path, or `undefined` when the trees, read down to it, have nothing there. */
  find(root: TreeItem, path: string): Promise<TreeItem | undefined>;
}

const NO_CHILDREN: ReadonlyMap<string, TreeItem> = new Map();

export function walkTrees(reader: ObjectReader): TreeWalk {
  const read = new Map<string, Promise<ReadonlyMap<string, TreeItem>>>();
  const children = async (item: TreeItem | undefined): Promise<ReadonlyMap<string, TreeItem>> => {
    if (!isFolder(item)) return NO_CHILDREN;
    const tree = read.get(item.id) ?? reader.contents(item.id).then((object) => parseStored(item.id, object));
    read.set(item.id, tree);
    return tree;
  };
  return {
    children,
    root: async (rev) => {
      const object = await rootTree(reader, rev);
      if (object === undefined) throw noTree(rev);
      read.set(object.id, Promise.resolve(parseStored(object.id, object)));
      return { mode: '040000', id: object.id };
    },
    find: async (root, path) => {
      let item: TreeItem | undefined = root;
      for (const name of path.split('/')) item = (await children(item)).get(name);
      return item;
    },
  };
}

/** git reads the tree of a commit leniently: a commit that other programs read otherwise is not looked through (G09). */
async function rootTree(reader: ObjectReader, rev: string): Promise<StoredObject | undefined> {
  const named = isObjectId(rev) ? await reader.contents(rev) : undefined;
  if (named?.type === 'tree') return named;
  if (named?.type === 'commit') return reader.contents(parseCommit(named.bytes).tree);
  return reader.contents(`${checkRevision(rev)}^{tree}`);
}

export function isFolder(item: TreeItem | undefined): item is TreeItem {
  return item?.mode === '040000';
}

function parseStored(id: string, object: StoredObject | undefined): ReadonlyMap<string, TreeItem> {
  if (object?.type !== 'tree') throw unreadableObject(`the tree ${id} is missing`);
  return parseTree(object.bytes, id.length / 2);
}

function noTree(rev: string): GitError {
  if (isObjectId(rev)) return unreadableObject(`${rev} is missing, damaged, or neither a commit nor a tree`);
  return new GitError('unknown-revision', `there is no revision ${printable(rev)}`, { next: 'Run git log --all.' });
}
