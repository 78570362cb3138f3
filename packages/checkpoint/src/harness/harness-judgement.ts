import { snapshotWorkTree } from '@pawl/git';
import { check, type Checked } from '../check.ts';
import type { Context } from '../context.ts';
import { AT_A_HOOK } from '../pre-commit.ts';
import { firstLocked } from './first-locked.ts';
import { lockIn } from './lock-in.ts';

/**
 * Judges what an agent's work tree would be committed as, in the fast tier, as a checkpoint of the branch that is checked out:
 * the tree as git would store it, so that the same files get the same answer at the commit and are one checkpoint with it.
 * The first locked one of the folders is where the agent works. `undefined` where there is no lock or no work tree, and so
 * nothing to judge.
 *
 * @throws GitError `unmerged-index` in the middle of a merge, among the rest: a turn that ends there could not be judged.
 */
export async function harnessJudgement(folders: readonly string[], context: Context): Promise<Checked | undefined> {
  return firstLocked(folders, context, async (repository, directory) => {
    // Before anything is stored: most repositories have no lock, and there each turn would leave objects.
    await lockIn(repository, repository.branch(), context);
    if (repository.topLevel === undefined) return undefined;
    const head = await snapshotWorkTree(repository, context.env);
    return check({ ...AT_A_HOOK, directory, head, tier: 'fast', audience: 'agent' }, context);
  });
}
