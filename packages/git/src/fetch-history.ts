import { mkdir } from 'node:fs/promises';
import { findRepository, type OpenOptions } from './find-repository.ts';
import { GitError } from './git-error.ts';
import { hardenedEnvironment } from './hardened-environment.ts';
import { checkObjectId } from './object-id.ts';
import { printable } from './printable.ts';
import { runGit, type Place } from './run-git.ts';
import { checkRemote, travelEnvironment } from './share-refs.ts';

/** What is fetched beside the branches, which always come: a commit that no branch has, like that of a pull request from a fork. */
export interface WantedHistory {
  readonly remote: string;
  /** Full ids of commits. */
  readonly wanted: readonly string[];
  /** Whether history is cut here, so that the rest has to come too. */
  readonly isShallow: boolean;
}

/**
 * Brings the branches of a remote to `refs/remotes/`, and what is named by id, with all their history. Objects and refs alone: nothing is checked
 * out, and no hook, filter or submodule has a part in it.
 *
 * @throws GitError `git-failed` where the remote does not answer or has not what is wanted.
 */
export async function fetchHistory(
  dir: string,
  { remote, wanted, isShallow }: WantedHistory,
  { env = process.env }: Pick<OpenOptions, 'env'> = {},
): Promise<void> {
  const place = await findRepository(dir, { env });
  const travelling: Place = { cwd: place.cwd, env: travelEnvironment(place.env, env, false) };
  const specs = [`+refs/heads/*:refs/remotes/${checkRemote(remote)}/*`, ...wanted.map(checkObjectId)];
  await runGit(travelling, [...FETCH, ...(isShallow ? ['--unshallow'] : []), remote, ...specs]);
}

/** A bare repository with no content yet and one remote, `origin`. The folder is made. */
export async function createBare(
  dir: string,
  url: string,
  { env = process.env }: Pick<OpenOptions, 'env'> = {},
): Promise<void> {
  if (url.startsWith('-') || /[\p{Cc}\s]/u.test(url))
    throw new GitError('invalid-argument', `${printable(url)} is no address of a repository`);
  await mkdir(dir, { recursive: true });
  const place: Place = { cwd: dir, env: hardenedEnvironment(env) };
  // No template: it would bring hooks along.
  await runGit(place, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main']);
  await runGit(place, ['config', '--local', 'remote.origin.url', url]);
}

const FETCH: readonly string[] = [
  ...['-c', 'fetch.writeCommitGraph=false', '-c', 'gc.auto=0'],
  ...['fetch', '--quiet', '--no-tags', '--no-prune', '--no-write-fetch-head', '--no-auto-maintenance', '--no-filter'],
  ...['--no-recurse-submodules', '--refmap=', '--upload-pack=git-upload-pack'],
];
