import { readFile } from 'node:fs/promises';
import { isPawlError } from '@pawl/errors';
import { type Anchor, readAnchor, writeAnchor } from './anchor.ts';
import { anchorFile, type Environment, mustLieOutside, unusable, type Whereabouts } from './find-anchor.ts';
import { withLockFile } from './lock-file.ts';
import { writePrivateFile } from './write-private-file.ts';

/** What an anchor says, without the schema that it is written in. */
export type AnchorContent = Omit<Anchor, 'schema'>;

/**
 * Changes the user's own anchor of a repository, one change at a time, and gives the file. `change` gets `undefined` where
 * there is none yet.
 *
 * @throws LedgerError `anchor-unusable` when what is there cannot be read, what is to be there would be no anchor, or the
 *   file would lie in the repository; and whatever `change` throws.
 */
export async function changeAnchor(
  place: Whereabouts,
  env: Environment,
  repository: string,
  change: (now: AnchorContent | undefined) => AnchorContent | Promise<AnchorContent>,
): Promise<string> {
  const file = anchorFile(env, repository);
  await mustLieOutside(file, place);
  try {
    await withLockFile(`${file}.lock`, async () => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      const next = await change(text === undefined ? undefined : withRepository(readAnchor(text), repository));
      await writePrivateFile(file, writeAnchor(next));
    });
  } catch (error) {
    throw isPawlError(error) ? error : unusable(file, error);
  }
  return file;
}

function withRepository(anchor: Anchor, repository: string): Anchor {
  if (anchor.repository === repository) return anchor;
  throw new Error(`it is for the repository ${anchor.repository}`);
}
