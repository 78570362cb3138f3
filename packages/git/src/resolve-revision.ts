import { GitError } from './git-error.ts';
import { checkObjectId, checkRevision, isObjectId } from './object-id.ts';
import { unreadableObject, withObjects } from './object-reader.ts';
import type { OpenedPlace } from './opened-place.ts';
import { readHeadFile } from './read-head-file.ts';
import { printable } from './printable.ts';
import { readRefs } from './refs.ts';
import { failedGit, runGit, type Place } from './run-git.ts';

/**
 * The full id of what a revision names. git hashes a commit and a tag when it looks through them.
 *
 * @throws GitError `unknown-revision`, `no-commits` (HEAD of a branch without a commit), `missing-object`
 */
export async function resolveRevision(place: Place, rev: string, type: 'commit' | 'tree'): Promise<string> {
  return (await resolveByReader(place, rev, type)) ?? resolveByParser(place, rev, type);
}

/** A process that is there for objects resolves names as well; why one names nothing only `rev-parse` tells. */
async function resolveByReader(place: Place, rev: string, type: 'commit' | 'tree'): Promise<string | undefined> {
  const name = `${checkRevision(rev)}^{${type}}`;
  const found = await withObjects(place, ({ info }) => info(name)).catch(() => undefined);
  return found?.type === type ? found.id : undefined;
}

async function resolveByParser(place: Place, rev: string, type: 'commit' | 'tree'): Promise<string> {
  const args = ['rev-parse', '--verify', '--end-of-options', `${checkRevision(rev)}^{${type}}`];
  const { status, stdout, stderr } = await runGit(place, args, { okStatus: [0, 128] });
  const id = stdout.toString('utf8').trim();
  if (status === 0 && isObjectId(id)) return id;
  if (isDamage(stderr)) throw unreadableObject(`${printable(rev)} names one that is missing or damaged`, stderr);
  if ((rev === 'HEAD' || rev === '@') && (await isUnborn(place))) {
    throw new GitError('no-commits', 'there is no commit yet', { next: 'Make the first commit.' });
  }
  if (status === 0 || stderr.includes('fatal: Needed a single revision')) throw unknownRevision(rev, type, stderr);
  throw failedGit(args, status, stderr);
}

/** The commit of HEAD, or `undefined` before the first commit of the branch. */
export async function readHead(place: Place): Promise<string | undefined> {
  try {
    return await resolveRevision(place, 'HEAD', 'commit');
  } catch (error) {
    if (error instanceof GitError && error.code === 'no-commits') return undefined;
    throw error;
  }
}

/** The branch by its full short name (`agent/x`), before its first commit too; `undefined` when HEAD is detached. */
export async function readBranch(place: OpenedPlace): Promise<string | undefined> {
  const ref = (await readHeadFile(place)) ?? (await headRef(place));
  return ref?.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

/**
 * The best common ancestor; `undefined` when there is none.
 *
 * @throws GitError `missing-object` when history ends in a missing commit: that is not "no common ancestor".
 */
export async function findMergeBase(place: Place, a: string, b: string): Promise<string | undefined> {
  const [one, other] = await Promise.all([resolveRevision(place, a, 'commit'), resolveRevision(place, b, 'commit')]);
  const { status, stdout, stderr } = await runGit(place, ['merge-base', one, other], { okStatus: [0, 1, 128] });
  if (isDamage(stderr)) throw unreadableObject('history has a gap', stderr);
  const id = stdout.toString('latin1').trim();
  if (status === 0 && isObjectId(id)) return id;
  if (status === 1 && id === '' && stderr === '') return undefined;
  throw failedGit(['merge-base'], status, stderr);
}

/**
 * Whether a commit is the other one or lies in its history.
 *
 * @throws GitError `missing-object` when history has a gap: that is not "no".
 */
export async function isAncestor(place: Place, ancestor: string, of: string): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', checkObjectId(ancestor), checkObjectId(of)];
  const { status, stderr } = await runGit(place, args, { okStatus: [0, 1, 128] });
  if (isDamage(stderr) || stderr.includes('Not a valid commit name'))
    throw unreadableObject('history has a gap', stderr);
  if (status === 128 || stderr !== '') throw failedGit(args, status, stderr);
  return status === 0;
}

async function isUnborn(place: Place): Promise<boolean> {
  const ref = await headRef(place);
  return ref !== undefined && (await readRefs(place, [ref])).get(ref) === undefined;
}

async function headRef(place: Place): Promise<string | undefined> {
  const { status, stdout } = await runGit(place, ['symbolic-ref', '--quiet', 'HEAD'], { okStatus: [0, 1] });
  return status === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** git says "error: …" about a damaged object; the same word is used for a wrong type and for a short id that fits two. */
function isDamage(stderr: string): boolean {
  return /^(?:error: (?!.*(?:expected|ambiguous))|fatal: could not fetch)/mu.test(stderr);
}

function unknownRevision(rev: string, type: string, stderr: string): GitError {
  const next = 'Run git log --all, or fetch the branch first.';
  return new GitError('unknown-revision', `${printable(rev)} names no ${type}`, { next, cause: new Error(stderr) });
}
