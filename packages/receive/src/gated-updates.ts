import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { ReceiveError } from './receive-error.ts';
import { kindOfRef, refMatcher } from './ref-kinds.ts';
import type { ReceiveSettings } from './settings.ts';
import type { Update } from './updates.ts';

/** An update that is judged, and the commit that it would bring. */
export interface GatedUpdate {
  readonly ref: string;
  readonly from: string | undefined;
  readonly commit: string;
  /** Whether the full tier is wanted of it. */
  readonly isFull: boolean;
}

export interface Gated {
  readonly judged: readonly GatedUpdate[];
  /** Gated refs that are to go. */
  readonly deleted: readonly Update[];
}

/** More commits than that come in several pushes; what is read of each must fit in memory and in the time. */
const MAX_NEW_COMMITS = 200_000;

/**
 * What of a push is judged: every gated ref, and every tag on a commit that comes along with one (R14). Each commit that
 * comes is read strictly, because a commit with two trees is judged by the one and checked out by the other (G09).
 *
 * @throws ReceiveError `not-a-commit`; GitError `malformed-commit`, `missing-object`, `output-too-large`
 */
export async function gatedUpdates(
  updates: readonly Update[],
  { refs, fullRefs }: Pick<ReceiveSettings, 'refs' | 'fullRefs'>,
  repository: Repository,
): Promise<Gated> {
  const [isGated, isFull] = [refMatcher(refs), refMatcher(fullRefs)];
  const others = updates.filter(({ ref }) => kindOfRef(ref) === 'other');
  const gated = others.filter(({ ref }) => isGated(ref));
  const judged: GatedUpdate[] = [];
  for (const update of gated) if (update.to !== undefined) judged.push(await judgedOf(update, update.to));
  const coming = new Set(await readStrictly(judged, repository));
  for (const update of others.filter(({ ref }) => ref.startsWith('refs/tags/') && !isGated(ref))) {
    const tagged = update.to === undefined ? undefined : await commitOf(update.to, repository);
    if (tagged !== undefined && coming.has(tagged)) judged.push(await judgedOf(update, tagged));
  }
  return { judged, deleted: gated.filter(({ to }) => to === undefined) };

  async function judgedOf({ ref, from }: Update, to: string): Promise<GatedUpdate> {
    const commit = await commitOf(to, repository);
    if (commit === undefined)
      throw new ReceiveError('not-a-commit', `${ref} would name no commit, and only commits can be judged`, {
        next: 'leave it out of the push',
      });
    return { ref, from, commit, isFull: isFull(ref) };
  }
}

async function readStrictly(judged: readonly GatedUpdate[], repository: Repository): Promise<readonly string[]> {
  const commits = await repository.newCommits([...new Set(judged.map(({ commit }) => commit))], MAX_NEW_COMMITS);
  const objects = repository.openObjects();
  try {
    for (let at = 0; at < commits.length; at += AT_ONCE)
      await Promise.all(commits.slice(at, at + AT_ONCE).map((commit) => objects.commit(commit)));
  } finally {
    objects.close();
  }
  return commits;
}

const AT_ONCE = 200;

/** Through a tag to its commit; `undefined` for a tag on something else. */
async function commitOf(id: string, { resolveCommit }: Repository): Promise<string | undefined> {
  try {
    return await resolveCommit(id);
  } catch (error) {
    if (isPawlError(error) && error.code === 'unknown-revision') return undefined;
    throw error;
  }
}
