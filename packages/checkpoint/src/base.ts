import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isPawlError } from '@pawl/errors';
import { INDEX, type Repository } from '@pawl/git';
import type { Lock } from '@pawl/baseline';

/** What is compared with, and the protected branch that it was found on. */
export interface Base {
  /** A commit: the locked one, or a newer one of the protected branch. */
  readonly commit: string;
  readonly tree: string;
}

/** Whose base is asked for. */
export interface Loop {
  readonly lock: Pick<Lock, 'commit' | 'tree' | 'target'>;
  /** The branch that the loop is on. */
  readonly name: string;
  /** The commits that what is judged follows: HEAD and, in a merge, what is merged; or the judged commit itself. */
  readonly parents: () => Promise<readonly string[]>;
}

type Place = Pick<Repository, 'readRefs' | 'mergeBase' | 'resolveTree' | 'resolveCommit'>;

/**
 * The base of a loop: the locked commit, or the newest commit of the protected branch that head has, once that is newer. What
 * people accepted on the protected branch is neither charged to the agent nor forgiven to it; how far that branch itself
 * has drifted is judged apart.
 */
export async function baseOf(place: Place, { lock, name, parents }: Loop): Promise<Base> {
  const locked = { commit: lock.commit, tree: lock.tree };
  const tips = (await protectedTips(place, lock.target, name)).filter((tip) => tip !== lock.commit);
  if (tips.length === 0) return locked;
  let newest = lock.commit;
  for (const parent of await parents())
    for (const tip of tips) newest = await newerOf(place, newest, await place.mergeBase(parent, tip));
  return newest === lock.commit ? locked : { commit: newest, tree: await place.resolveTree(newest) };
}

/**
 * Where the protected branch is, here and as the remote had it last. Who moves either of them shows as drift. A loop on the
 * protected branch itself would be its own base, so there only the remote speaks for people (D01).
 */
export async function protectedTips(
  place: Pick<Repository, 'readRefs'>,
  target: string,
  loop: string | undefined,
): Promise<readonly string[]> {
  const branch = `refs/heads/${target}`;
  // A server names a loop by the whole ref.
  const refs = [...(loop === target || loop === branch ? [] : [branch]), `refs/remotes/origin/${target}`];
  const tips = await place.readRefs(refs);
  return [...new Set(refs.flatMap((ref) => tips.get(ref) ?? []))];
}

/** The one that has the other among its ancestors; the present one where neither has: a branch that was put back counts for nothing. */
async function newerOf(place: Pick<Repository, 'mergeBase'>, now: string, other: string | undefined): Promise<string> {
  if (other === undefined || other === now) return now;
  return (await place.mergeBase(now, other)) === now ? other : now;
}

/**
 * What the judged state follows. The index, and a tree that a refused commit left, follow HEAD, and in a merge what is merged: a file, however
 * git stores its refs.
 */
export async function parentsOf(
  head: string | typeof INDEX,
  repository: Pick<Repository, 'gitDir' | 'head' | 'resolveCommit'>,
): Promise<readonly string[]> {
  const commit = head === INDEX ? undefined : await commitOf(repository, head);
  if (commit !== undefined) return [commit];
  const merged = existsSync(join(repository.gitDir, 'MERGE_HEAD')) ? commitOf(repository, 'MERGE_HEAD') : undefined;
  const parents = await Promise.all([repository.head(), merged]);
  return parents.filter((parent) => parent !== undefined);
}

async function commitOf(
  { resolveCommit }: Pick<Repository, 'resolveCommit'>,
  revision: string,
): Promise<string | undefined> {
  try {
    return await resolveCommit(revision);
  } catch (error) {
    if (isPawlError(error) && error.code === 'unknown-revision') return undefined;
    throw error;
  }
}
