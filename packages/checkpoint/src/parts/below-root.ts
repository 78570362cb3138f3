import type { Repository, StoredObjects, TreeEntry } from '@pawl/git';
import { folderOf, type ProjectFiles } from './project-files.ts';

const FOLDER = '040000';

/** A repository of which only the files of one project are listed, so that a part costs what its project does. */
export function belowRoot(repository: Repository, { root, nested }: Pick<ProjectFiles, 'root' | 'nested'>): Repository {
  const own = folderOf(root);
  const others = new Set(nested.map(folderOf).filter((other) => other !== own));
  const listed = new Map<string, Promise<readonly TreeEntry[]>>();
  const list = async (tree: string): Promise<readonly TreeEntry[]> => {
    const objects = repository.openObjects();
    try {
      const start = await treeAt(objects, tree, own);
      return start === undefined ? [] : await entriesBelow(objects, start, own, others);
    } finally {
      objects.close();
    }
  };
  return {
    ...repository,
    listTree: (tree) => {
      const known = listed.get(tree) ?? list(tree);
      listed.set(tree, known);
      return known;
    },
  };
}

/** The tree of a folder; `undefined` where a tree has no such folder. */
async function treeAt(objects: StoredObjects, tree: string, folder: string): Promise<string | undefined> {
  let id = tree;
  for (const name of folder === '' ? [] : folder.split('/')) {
    const item = (await objects.tree(id)).get(name);
    if (item?.mode !== FOLDER) return undefined;
    id = item.id;
  }
  return id;
}

/** In the order of git's own listing within a folder, which is part of the name under which a folder is kept. */
async function entriesBelow(
  objects: StoredObjects,
  tree: string,
  folder: string,
  others: ReadonlySet<string>,
): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  for (const [name, { mode, id }] of await objects.tree(tree)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (mode !== FOLDER) entries.push({ path, mode, blob: id });
    else if (!others.has(path)) entries.push(...(await entriesBelow(objects, id, path, others)));
  }
  return entries;
}
