import { buildCommit, type NewCommit } from './build-commit.ts';
import { encodePack } from './encode-pack.ts';
import type { OpenedPlace } from './opened-place.ts';
import { runGit } from './run-git.ts';

/**
 * Stores a commit that no ref names yet, and gives its id. No hook, no signing program and no configured identity has a part in it.
 *
 * @throws GitError `invalid-argument`; `git-failed` when git cannot store it, or a parent is missing.
 */
export async function writeCommit(place: OpenedPlace, input: NewCommit): Promise<string> {
  const { id, objects } = buildCommit(input, place.objectFormat);
  await runGit(place, ['unpack-objects', '-q', '--strict'], { input: encodePack(objects, place.objectFormat) });
  return id;
}
