import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sync } from '@pawl/checkpoint';
import { isPawlError } from '@pawl/errors';
import { openRepository, type Repository } from '@pawl/git';
import { createBare, fetchHistory, openPorcelain } from '@pawl/git/porcelain';
import { ActionError } from './action-error.ts';
import type { GithubRun } from './github-run.ts';
import type { Environment, Inputs } from './inputs.ts';
import { isCommitId } from './payload.ts';
import { isSameRemote } from './is-same-remote.ts';
import type { PrivateFolder } from './private-folder.ts';
import type { Subject } from './subject.ts';

/** The repository that is judged in. */
export interface Place {
  readonly dir: string;
  readonly repository: Repository;
  /** Whether there is a remote that is fetched from, and could be pushed to. */
  readonly hasOrigin: boolean;
}

export interface Opening {
  readonly run: GithubRun;
  readonly inputs: Pick<Inputs, 'repository' | 'fetch'>;
  readonly subject: Subject;
  readonly folder: PrivateFolder;
  /** With what git talks to the remote. */
  readonly env: Environment;
  readonly now: () => Date;
}

const ORIGIN = 'origin';

/**
 * The repository of the workspace, or one of our own where there is none, with all history, the judged commit and the ledger in it. Objects and
 * refs alone: no file of it is laid out.
 *
 * @throws ActionError `no-repository`, `foreign-remote`, `fetch-failed`, `shallow-history`, `missing-commit`; SyncError, LedgerError, GitError
 */
export async function openPlace(opening: Opening): Promise<Place> {
  const { run, inputs, folder, env } = opening;
  const named = resolve(run.workspace, inputs.repository ?? '.');
  const found = await repositoryIn(named, env);
  const dir = found === undefined ? join(folder.path, 'repository.git') : named;
  if (found === undefined) {
    if (inputs.fetch === 'never') throw noRepository(named);
    await createBare(dir, run.url, { env });
  }
  const hasOrigin = await hasOwnOrigin(dir, run.url, env);
  if (inputs.fetch === 'auto' && hasOrigin) await fetchAll(dir, opening);
  const repository = await openRepository(dir, { env });
  if (await repository.isShallow()) throw shallow();
  await requireCommit(repository, opening.subject.head);
  return { dir, repository, hasOrigin };
}

/** A folder that merely lies in some repository is none: what lies above the workspace is nobody's to judge. */
async function repositoryIn(dir: string, env: Environment): Promise<Repository | undefined> {
  try {
    const repository = await openRepository(dir, { env });
    return (repository.topLevel ?? repository.gitDir) === (await realpath(dir)) ? repository : undefined;
  } catch (error) {
    if (isPawlError(error) && error.code === 'not-a-repository') return undefined;
    throw error;
  }
}

/**
 * Whether there is an origin. Where it is another repository, such as the fork that a pull request comes from, its branches and its ledger are
 * those of whoever is judged, and a token is for nobody else either.
 */
async function hasOwnOrigin(dir: string, url: string, env: Environment): Promise<boolean> {
  const remotes = await openPorcelain(dir, { env }).remotes();
  const origin = remotes.find(({ name }) => name === ORIGIN);
  if (origin === undefined) return false;
  if ([origin.fetchUrl, origin.pushUrl].every((one) => isSameRemote(one, url))) return true;
  throw new ActionError('foreign-remote', `the repository here was fetched from elsewhere than ${url}`, {
    next: 'check out the repository that the workflow runs for, or nothing: then this step fetches what it needs',
  });
}

async function fetchAll(dir: string, { run, subject, env, now }: Opening): Promise<void> {
  const open = (): Promise<Repository> => openRepository(dir, { env });
  try {
    const isShallow = await (await open()).isShallow();
    await fetchHistory(dir, { remote: ORIGIN, wanted: [], isShallow }, { env });
    if (await isMissing(await open(), subject.head)) await fetchCommit(dir, subject.head, env);
  } catch (cause) {
    if (!isPawlError(cause) || cause.code !== 'git-failed') throw cause;
    throw new ActionError('fetch-failed', `what is to be judged cannot be fetched: ${cause.message}`, {
      next: 'give the step a token that may read, token: ${{ github.token }}; or fetch before it, and say fetch: never',
      cause,
    });
  }
  // What was there before a forced push, and where the workflow is from, may be gone: whoever needs them says so.
  for (const id of [subject.base, run.workflowSha])
    if (id !== undefined && (await isMissing(await open(), id))) await fetchCommit(dir, id, env).catch(() => undefined);
  await sync({ directory: dir, remote: ORIGIN, share: false }, { cwd: dir, env, now, terminal: false }, undefined);
}

function fetchCommit(dir: string, id: string, env: Environment): Promise<void> {
  return fetchHistory(dir, { remote: ORIGIN, wanted: [id], isShallow: false }, { env });
}

/** Only what is named by its whole id can be asked for. */
async function isMissing({ resolveCommit }: Repository, id: string): Promise<boolean> {
  if (!isCommitId(id)) return false;
  return resolveCommit(id).then(
    () => false,
    () => true,
  );
}

async function requireCommit(repository: Repository, head: string): Promise<void> {
  try {
    await repository.resolveCommit(head);
  } catch (cause) {
    if (!isPawlError(cause) || cause.code !== 'unknown-revision') throw cause;
    throw new ActionError('missing-commit', `the commit ${head} is not in this repository`, {
      next: 'let this step fetch it, fetch: auto; or fetch it before, as objects alone: git fetch origin COMMIT',
      cause,
    });
  }
}

function noRepository(dir: string): ActionError {
  return new ActionError('no-repository', `there is no repository in ${dir}, and fetch: never says not to fetch it`, {
    next: 'leave out fetch:, or check out the protected branch before this step',
  });
}

function shallow(): ActionError {
  return new ActionError('shallow-history', 'the history here is cut, so nobody can tell what the work started from', {
    next: 'check out with fetch-depth: 0, or let this step fetch the rest: fetch: auto, with a token where the repository is private',
  });
}
