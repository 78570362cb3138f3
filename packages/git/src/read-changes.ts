import { proveBase, proveChanges } from './compare-trees.ts';
import { INDEX, type Change } from './change.ts';
import { indexFile } from './read-index.ts';
import { DIFF_FLAGS } from './hardened-flags.ts';
import { isObjectId } from './object-id.ts';
import { withObjects } from './object-reader.ts';
import type { OpenedPlace } from './opened-place.ts';
import { parseRawDiff } from './parse-raw-diff.ts';
import { runGit, type GitOutput, type Place } from './run-git.ts';
import { walkTrees, type TreeWalk } from './tree-walk.ts';

/** What changed from one tree to another, or to the index. Sorted by path bytes; renames are paired by content. */
export async function readChanges(
  place: OpenedPlace,
  base: string,
  head: string | typeof INDEX,
): Promise<readonly Change[]> {
  if (head === INDEX) await indexFile(place);
  return withObjects(place, (reader) => {
    const trees = walkTrees(reader);
    return head === INDEX ? changesToIndex(place, trees, base) : changesToTree(place, trees, base, head);
  });
}

async function changesToTree(place: Place, trees: TreeWalk, base: string, head: string): Promise<readonly Change[]> {
  const diff = (from: string, to: string): Promise<GitOutput> =>
    runGit(place, ['diff-tree', ...DIFF_FLAGS, from, to, '--']);
  const early = isObjectId(base) && isObjectId(head) ? startEarly(diff(base, head)) : undefined;
  const [baseRoot, headRoot] = await Promise.all([trees.root(base), trees.root(head)]);
  const isEarly = baseRoot.id === base && headRoot.id === head;
  const changes = parseRawDiff((await ((isEarly && early) || diff(baseRoot.id, headRoot.id))).stdout);
  await proveChanges(trees, baseRoot, headRoot, changes);
  return changes;
}

/** An intent-to-add entry has no content yet and is left out of the commit, so it is left out here. */
async function changesToIndex(place: Place, trees: TreeWalk, base: string): Promise<readonly Change[]> {
  const diff = (from: string): Promise<GitOutput> =>
    runGit(place, ['diff-index', '--cached', '--ita-invisible-in-index', ...DIFF_FLAGS, from, '--']);
  const early = isObjectId(base) ? startEarly(diff(base)) : undefined;
  const root = await trees.root(base);
  const changes = parseRawDiff((await ((root.id === base && early) || diff(root.id))).stdout);
  await proveBase(trees, root, changes);
  return changes;
}

/**
 * Ids are compared while their trees are read and proven, which saves a commit hook the wait for one process. The answer
 * is used only if the ids turn out to be trees; if they do not, its failure says nothing.
 */
function startEarly(diff: Promise<GitOutput>): Promise<GitOutput> {
  diff.catch(() => undefined);
  return diff;
}
