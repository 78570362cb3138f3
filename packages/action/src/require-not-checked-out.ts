import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openRepository, type Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';
import { ActionError } from './action-error.ts';
import type { GithubRun } from './github-run.ts';
import type { Environment } from './inputs.ts';
import { isSameRemote } from './is-same-remote.ts';
import type { Subject } from './subject.ts';
import type { TrustedTip } from './trusted-tips.ts';

export interface CheckedOutQuery {
  readonly run: Pick<GithubRun, 'workspace' | 'url' | 'event'>;
  /** The repository that knows the judged history. */
  readonly repository: Repository;
  readonly subject: Pick<Subject, 'isPrivileged' | 'from'>;
  readonly tips: readonly TrustedTip[];
  readonly env: Environment;
}

/** Deeper than a workflow puts a checkout. */
const DEPTH = 3;

/**
 * Requires that nothing of head lies in the workspace where the workflow has secrets that head must not have (C12): one step that installs, builds or
 * tests there would run it. What lies there has to be of a trusted branch, whatever it is called.
 *
 * @throws ActionError `head-checked-out`
 */
export async function requireNotCheckedOut(query: CheckedOutQuery): Promise<void> {
  const { run, subject, env } = query;
  if (!subject.isPrivileged || !existsSync(run.workspace)) return;
  for (const dir of await checkoutsIn(run.workspace, DEPTH))
    if (await concerns(dir, query)) await requireTrusted(await openRepository(dir, { env }), dir, query);
}

async function checkoutsIn(dir: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const own = entries.some(({ name }) => name === '.git') ? [dir] : [];
  if (depth === 0) return own;
  const folders = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules',
  );
  const below = await Promise.all(folders.map(({ name }) => checkoutsIn(join(dir, name), depth - 1)));
  return [...own, ...below.flat()];
}

/** A checkout of the judged repository, of the fork, or one that does not say of what it is. */
async function concerns(dir: string, { run, subject, env }: CheckedOutQuery): Promise<boolean> {
  const remotes = await openPorcelain(dir, { env }).remotes();
  const origin = remotes.find(({ name }) => name === 'origin')?.fetchUrl;
  if (origin === undefined) return true;
  const server = run.url.split('/').slice(0, -2).join('/');
  const urls = [run.url, ...(subject.from === undefined ? [] : [`${server}/${subject.from}`])];
  return urls.some((url) => isSameRemote(origin, url));
}

async function requireTrusted(
  checkout: Repository,
  dir: string,
  { run, repository, tips }: CheckedOutQuery,
): Promise<void> {
  const head = await checkout.head();
  if (head === undefined) return;
  const isTrusted = await isAmong(head, repository, tips);
  // Files of head can be laid out without HEAD moving: git checkout HEAD_OF_THE_PULL_REQUEST -- .
  if (isTrusted && (await checkout.indexTree()) === (await checkout.resolveTree(head))) return;
  throw new ActionError(
    'head-checked-out',
    `what is judged is checked out in ${dir}, beside the secrets of ${run.event}`,
    {
      next: 'leave out the checkout, or its ref: and repository:, so that it gives the protected branch; this step reads head as git objects alone',
    },
  );
}

async function isAmong(
  commit: string,
  { isAncestor, resolveCommit }: Repository,
  tips: readonly TrustedTip[],
): Promise<boolean> {
  const isKnown = await resolveCommit(commit).then(
    () => true,
    () => false,
  );
  if (!isKnown) return false;
  for (const tip of tips) if (await isAncestor(commit, tip.commit)) return true;
  return false;
}
