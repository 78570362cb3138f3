import { stat } from 'node:fs/promises';
import { GitError } from './git-error.ts';
import { hardenedEnvironment } from './hardened-environment.ts';
import type { Repository } from './open-repository.ts';
import { printable } from './printable.ts';

export type WorkTree = Pick<Repository, 'commonDir' | 'gitDir' | 'topLevel'>;

/**
 * The folder that the work tree is in.
 *
 * @throws GitError `no-index` in a bare repository, `not-a-repository` when the folder is gone.
 */
export async function presentWorkTree({ gitDir, topLevel }: WorkTree): Promise<string> {
  if (topLevel === undefined) {
    const why = `${printable(gitDir)} is a bare repository: it has no work tree`;
    throw new GitError('no-index', why, { next: 'Run the command in a work tree.' });
  }
  if ((await stat(topLevel).catch(() => undefined))?.isDirectory()) return topLevel;
  const why = `the work tree ${printable(topLevel)} is gone`;
  throw new GitError('not-a-repository', why, { next: 'Restore the folder, or run the command in another work tree.' });
}

/** Pins that would hide settings of the user's system, and a locale that is git's own business and not a filter's. */
const NOT_PINNED = ['GIT_CONFIG_NOSYSTEM', 'GIT_ATTR_NOSYSTEM', 'LC_ALL'];

/** For git where it does what a person's own git would do there: the user's variables, but none that names a repository. */
export function workTreeEnvironment(
  { gitDir, commonDir }: WorkTree,
  topLevel: string,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const users = Object.entries(env).filter(([name]) => !/^GIT_(?!AUTHOR_|COMMITTER_)/iu.test(name));
  const pins = Object.entries(hardenedEnvironment(env)).filter(([name]) => !NOT_PINNED.includes(name));
  const place = { GIT_DIR: gitDir, GIT_COMMON_DIR: commonDir, GIT_WORK_TREE: topLevel };
  return { ...Object.fromEntries([...users, ...pins]), ...place };
}
