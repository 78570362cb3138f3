import { buildCommit, type KeptItems, type NewCommit } from './build-commit.ts';
import { encodePack } from './encode-pack.ts';
import { withObjects } from './object-reader.ts';
import type { OpenedPlace } from './opened-place.ts';
import type { TreeItem } from './parse-tree.ts';
import { runGit } from './run-git.ts';
import { isFolder, walkTrees } from './tree-walk.ts';

/**
 * Stores a commit that no ref names yet, and gives its id. No hook, no signing program and no configured identity has a part in it.
 *
 * @throws GitError `invalid-argument`; `git-failed` when git cannot store it, or a parent is missing; `missing-object` when
 * a folder to keep cannot be read.
 */
export async function writeCommit(place: OpenedPlace, input: NewCommit): Promise<string> {
  const { id, objects } = buildCommit(input, place.objectFormat, await keptItems(place, input));
  await runGit(place, ['unpack-objects', '-q', '--strict'], { input: encodePack(objects, place.objectFormat) });
  return id;
}

async function keptItems(place: OpenedPlace, { files, keep }: NewCommit): Promise<KeptItems> {
  if (keep === undefined) return new Map();
  return withObjects(place, async (reader) => {
    const trees = walkTrees(reader);
    const root = await trees.root(keep.of);
    const items = new Map<string, ReadonlyMap<string, TreeItem>>();
    const isKept = ([name, item]: [string, TreeItem]): boolean => keep.folders.includes(name) && isFolder(item);
    items.set('', new Map([...(await trees.children(root))].filter(isKept)));
    for (const folder of foldersAbove(Object.keys(files))) {
      if (!keep.folders.includes(folder.split('/', 1)[0] as string)) continue;
      const item = await trees.find(root, folder);
      if (isFolder(item)) items.set(folder, await trees.children(item));
    }
    return items;
  });
}

/** Every folder on the way to a file, but for the root. */
function foldersAbove(paths: readonly string[]): ReadonlySet<string> {
  return new Set(
    paths.flatMap((path) => {
      const names = path.split('/').slice(0, -1);
      return names.map((_, at) => names.slice(0, at + 1).join('/'));
    }),
  );
}
