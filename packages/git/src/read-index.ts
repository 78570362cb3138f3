import { access, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitError } from './git-error.ts';
import { isObjectId } from './object-id.ts';
import { unreadableObject } from './object-reader.ts';
import type { OpenedPlace } from './opened-place.ts';
import { failedGit, runGit } from './run-git.ts';

/**
 * The index that is judged. git takes a file that is not there for an empty index: right in a fresh work tree, but a
 * hook whose GIT_INDEX_FILE is gone would judge "everything deleted".
 *
 * @throws GitError `no-index`
 */
export async function indexFile({ env, gitDir, bare }: OpenedPlace): Promise<string> {
  const named = env['GIT_INDEX_FILE'];
  if (named === undefined && bare) throw noIndex('a bare repository has no index');
  if (named !== undefined && !(await exists(named))) throw noIndex('the index that git named to the hook is gone');
  return named ?? join(gitDir, 'index');
}

/**
 * The tree that a commit of the index would have. Works on a copy, because writing a tree also writes the index.
 *
 * @throws GitError `no-index`, `unmerged-index`, `missing-object`
 */
export async function writeIndexTree(place: OpenedPlace): Promise<string> {
  const index = await indexFile(place);
  const folder = await mkdtemp(join(tmpdir(), 'pawl-index-'));
  try {
    const copy = join(folder, 'index');
    if (await exists(index)) await copyFile(index, copy);
    return await writeTree({ ...place, env: { ...place.env, GIT_INDEX_FILE: copy } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeTree(place: OpenedPlace): Promise<string> {
  // Without this a copy of a split index would write, and expire, shared parts in the repository.
  const args = ['-c', 'core.splitIndex=false', 'write-tree'];
  const { status, stdout, stderr } = await runGit(place, args, { okStatus: [0, 128] });
  const id = stdout.toString('latin1').trim();
  if (status === 0 && isObjectId(id)) return id;
  if (await hasConflicts(place)) {
    const next = 'Resolve the conflict and run git add.';
    throw new GitError('unmerged-index', 'the index has merge conflicts', { next, cause: new Error(stderr) });
  }
  if (stderr.startsWith('error: invalid object')) throw unreadableObject('the index names a missing one', stderr);
  throw failedGit(['write-tree'], status, stderr);
}

async function hasConflicts(place: OpenedPlace): Promise<boolean> {
  return (await runGit(place, ['ls-files', '--unmerged', '-z'])).stdout.length > 0;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function noIndex(why: string): GitError {
  return new GitError('no-index', `there is no index to read: ${why}`, { next: 'Name two revisions instead.' });
}
