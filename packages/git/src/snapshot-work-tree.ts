import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError } from './git-error.ts';
import { WORK_TREE_FLAGS } from './hardened-flags.ts';
import { isObjectId } from './object-id.ts';
import { failedGit, runGit, type GitOutput, type Place } from './run-git.ts';
import { presentWorkTree, type WorkTree, workTreeEnvironment } from './work-tree.ts';

/**
 * The id of the tree that `git add -A && git commit` would store: ignored files left out, deletions seen. The index and the
 * files stay as they are; only objects are written.
 *
 * Clean filters (Git LFS, line endings) run, as git itself runs them: without them the tree would not be the one that is
 * committed. They are programs that the user's configuration names, run with the user's rights, as at each `git add`.
 *
 * @param below a folder from the top level, with `/`: of what lies elsewhere the tree has what the index has, and no file there is looked at.
 * @throws GitError `no-index` in a bare repository, `unmerged-index`, `not-a-repository` when the work tree is gone, and
 * `git-failed` when a file cannot be read or a filter that is required failed.
 */
export async function snapshotWorkTree(
  repository: WorkTree,
  env: NodeJS.ProcessEnv = process.env,
  below = '',
): Promise<string> {
  const topLevel = await presentWorkTree(repository);
  // Not in the system's folder for temporary files: that may lie in the work tree, and the copy would be part of the tree.
  const folder = await mkdtemp(join(repository.gitDir, 'pawl-index-'));
  try {
    const index = join(folder, 'index');
    await copyIndex(join(repository.gitDir, 'index'), index);
    const place = { cwd: topLevel, env: { ...workTreeEnvironment(repository, topLevel, env), GIT_INDEX_FILE: index } };
    return await writeTree(place, below);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The time of the file is a part of it: git compares the content of each file that is not older than its index, because the
 * size and time of such a file prove nothing. A copy that looks newer would hide a change made within the same second.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  try {
    const { mtime } = await stat(from);
    await copyFile(from, to);
    await utimes(to, mtime, mtime);
  } catch (error) {
    // Before the first `git add` there is no index.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function writeTree(place: Place, below: string): Promise<string> {
  const git = (...args: string[]): Promise<GitOutput> => runGit(place, args, { flags: WORK_TREE_FLAGS });
  // `git add` takes a file full of conflict marks for the solution of the conflict.
  if ((await git('ls-files', '--unmerged', '-z')).stdout.length > 0) {
    const next = 'Resolve the conflict and run git add.';
    throw new GitError('unmerged-index', 'the index has merge conflicts', { next });
  }
  await addAll(place, below);
  const { status, stdout, stderr } = await git('write-tree');
  const id = stdout.toString('latin1').trim();
  if (!isObjectId(id)) throw failedGit(['write-tree'], status, stderr);
  return id;
}

async function addAll(place: Place, below: string): Promise<void> {
  const flags = WORK_TREE_FLAGS;
  if (below !== '') {
    const here = ['add', '--all', '--', below];
    // To name a folder that is neither there nor in the index is an error to git. Whatever it is, to add everything tells.
    if ((await runGit(place, here, { flags, okStatus: [0, 1, 128] })).status === 0) return;
  }
  await runGit(place, ['add', '--all'], { flags });
}
