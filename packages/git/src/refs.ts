import { GitError } from './git-error.ts';
import { checkObjectId, isObjectId } from './object-id.ts';
import type { OpenedPlace } from './opened-place.ts';
import { printable } from './printable.ts';
import { readLooseRef } from './read-loose-ref.ts';
import { failedGit, runGit, type Place } from './run-git.ts';

/** The object that a ref names, or `undefined` when there is no such ref. Errors: `broken-ref`, `invalid-argument`. */
export async function readRef(place: OpenedPlace, ref: string): Promise<string | undefined> {
  return (await readLooseRef(place, ref)) ?? (await readRefs(place, [ref])).get(ref);
}

/** What each of some refs names, by name; those that are not there are left out. Errors: `broken-ref`, `invalid-argument`. */
export async function readRefs(place: Place, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = refs.length === 0 ? [] : [...(await refsMatching(place, refs))];
  return new Map(found.filter(([ref]) => refs.includes(ref)));
}

/**
 * Every ref whose name starts with the prefix, by name. The prefix ends at a slash or is a whole name.
 *
 * @throws GitError `broken-ref`: git only warns of a ref it cannot read and leaves it out, which would look like "no lock".
 */
export function listRefs(place: Place, prefix: string): Promise<ReadonlyMap<string, string>> {
  return refsMatching(place, [prefix]);
}

async function refsMatching(place: Place, prefixes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', '--', ...prefixes.map(checkRefName)];
  const { stdout, stderr } = await runGit(place, args);
  if (stderr !== '') throw brokenRef(`a ref under ${prefixes.map(printable).join(' or ')} cannot be read`, stderr);
  const lines = stdout.toString('utf8').split('\n').slice(0, -1);
  return new Map(lines.map(readLine));
}

/**
 * Moves a ref if it still is where the caller saw it. `from` undefined: it must not exist yet.
 *
 * @throws GitError `ref-moved`; `git-failed` when it cannot be written (a lock left behind, a name in the way).
 */
export async function updateRef(place: OpenedPlace, ref: string, to: string, from: string | undefined): Promise<void> {
  const expected = from === undefined ? '0'.repeat(place.objectFormat === 'sha1' ? 40 : 64) : checkObjectId(from);
  // A symbolic ref put in this place would carry the update on to somebody's branch.
  const args = ['update-ref', '--no-deref', '--', checkRefName(ref), checkObjectId(to), expected];
  const { status, stderr } = await runGit(place, args, { okStatus: [0, 1, 128] });
  if (status === 0) return;
  const now = await readRef(place, ref);
  if (now === from) throw failedGit(args, status, stderr);
  const cause = new Error(stderr);
  throw new GitError('ref-moved', `${printable(ref)} is at ${now ?? 'nothing'} by now`, {
    next: 'Read it again.',
    cause,
  });
}

function readLine(line: string): [string, string] {
  const [, id = '', name = ''] = /^(\S+) (\S+)$/u.exec(line) ?? [];
  if (!isObjectId(id) || name.includes('\uFFFD')) throw brokenRef(`git listed ${printable(line)}`, '');
  return [name, id];
}

/** What git's own rules forbid and a pattern would understand (`*`, `?`, `[`) is refused, and so is anything outside refs/. */
function checkRefName(ref: string): string {
  if (!ref.startsWith('refs/') || /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\//u.test(ref)) {
    throw new GitError('invalid-argument', `${printable(ref)} is not the full name of a ref`);
  }
  return ref;
}

function brokenRef(what: string, stderr: string): GitError {
  const next = 'Run git fsck, then delete or restore the ref.';
  return new GitError('broken-ref', what, { next, cause: new Error(stderr) });
}
