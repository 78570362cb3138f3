import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedPlace } from './opened-place.ts';

/** Names that need no look at what git allows in one. Where refs lie in tables, HEAD says `.invalid`. */
const PLAIN = /^ref: (refs\/heads\/(?!.*(?:\.\.|\/\.|\.lock\n|\/\/|[./]\n))[\w.][\w./+-]*)\n$/u;

/**
 * The branch that HEAD names, read from its file: to start git costs more. `undefined` where only git can tell: a detached HEAD, a link,
 * another storage of refs, an unusual name.
 */
export async function readHeadFile({ gitDir }: Pick<OpenedPlace, 'gitDir'>): Promise<string | undefined> {
  const file = join(gitDir, 'HEAD');
  try {
    if (!(await lstat(file)).isFile()) return undefined;
    return PLAIN.exec(await readFile(file, 'utf8'))?.[1];
  } catch {
    // Whatever is the matter with it, git says so.
    return undefined;
  }
}
