import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedPlace } from './opened-place.ts';

/** Ours alone, and spelled as no file system reads otherwise. */
const OWN = /^refs\/pawl\/(?:[a-z]+\/)[\w%.-]*[\w-]$/u;

/**
 * One of our own refs as its file has it: to start git costs more, and whoever asks reads what it names next, or has just written it. `undefined`
 * where only git can tell: a ref that is packed or lies in a table, a link, and one that is not there.
 */
export async function readLooseRef(
  { commonDir, objectFormat }: Pick<OpenedPlace, 'commonDir' | 'objectFormat'>,
  ref: string,
): Promise<string | undefined> {
  if (!OWN.test(ref)) return undefined;
  const file = join(commonDir, ref);
  try {
    if (!(await lstat(file)).isFile()) return undefined;
    const text = await readFile(file, 'latin1');
    return new RegExp(`^([0-9a-f]{${objectFormat === 'sha1' ? 40 : 64}})\n$`, 'u').exec(text)?.[1];
  } catch {
    // Whatever is the matter with it, git says so.
    return undefined;
  }
}
