import { isAbsolute } from 'node:path';
import type { Repository } from '@pawl/git';
import { openPorcelain, openSharedRefs, type Remote, type SharedRefs } from '@pawl/git/porcelain';
import type { Context } from './context.ts';
import type { Ask } from './decisions/require-person.ts';

export const ORIGIN = 'origin';

/** What it takes to talk to a remote. */
export interface Sharing {
  readonly remote: Remote;
  readonly refs: SharedRefs;
  /** Whether only who can read this machine's files, or a folder that it mounts, can read the remote. */
  readonly isLocal: boolean;
}

/** `undefined` where there is no such remote. */
export async function openSharing(
  repository: Repository,
  name: string,
  { env, terminal }: Context,
): Promise<Sharing | undefined> {
  const folder = repository.topLevel ?? repository.gitDir;
  const remotes = await openPorcelain(folder, { env }).remotes();
  const remote = remotes.find((one) => one.name === name);
  if (remote === undefined) return undefined;
  const isLocal = isLocalPath(remote.fetchUrl) && isLocalPath(remote.pushUrl);
  return { remote, refs: await openSharedRefs(folder, { env, terminal }), isLocal };
}

/** As git tells a path from an address: an address has a scheme, or a colon before the first slash (`host:path`). */
export function isLocalPath(url: string): boolean {
  if (/^file:\/\//iu.test(url)) return true;
  if (/^[a-z][a-z0-9+.-]*::?\/\//iu.test(url) || /^[a-z0-9+.-]+::/iu.test(url)) return false;
  return isAbsolute(url) || url.startsWith('.') || !/^[^/]*:/u.test(url);
}

/**
 * Whether the ledger may be shared through a remote. The full baseline names every hole that is still open, and from here it
 * cannot be told who reads a remote with an address: a person says so.
 *
 * `undefined` where there is nobody to ask.
 */
export async function maySharingStart(
  { remote, isLocal }: Pick<Sharing, 'remote' | 'isLocal'>,
  ask: Ask | undefined,
): Promise<boolean | undefined> {
  if (isLocal) return true;
  if (ask === undefined) return undefined;
  const question =
    `Share the ledger through ${remote.name}? It lists every finding in the code that is still open. ` +
    'Whoever can read the remote can read that; do not where strangers can. (y/n) ';
  for (;;) {
    const answer = (await ask(question))?.trim().toLowerCase();
    if (answer === 'y' || answer === 'yes') return true;
    if (answer === undefined || answer === 'n' || answer === 'no') return false;
  }
}
