import { GitError } from './git-error.ts';
import { unreadableObject, withObjects } from './object-reader.ts';
import { printable } from './printable.ts';
import type { Place } from './run-git.ts';
import { walkTrees } from './tree-walk.ts';

/**
 * The content of one file of a commit; `undefined` when its trees, proven and fully read down to it, have no such path.
 *
 * @throws GitError `missing-object`, `unknown-revision`, `duplicate-entry`, `not-a-file` (a folder, link or submodule)
 */
export async function readCommitFile(place: Place, commit: string, path: string): Promise<Buffer | undefined> {
  return withObjects(place, async (reader) => {
    const trees = walkTrees(reader);
    const item = await trees.find(await trees.root(commit), path);
    if (item === undefined) return undefined;
    if (!item.mode.startsWith('100')) {
      throw new GitError('not-a-file', `${printable(path)} in ${printable(commit)} is not an ordinary file`);
    }
    const object = await reader.contents(item.id);
    if (object?.type !== 'blob') throw unreadableObject(`${item.id} is missing or damaged`);
    return object.bytes;
  });
}
