import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eachBounded } from './each-bounded.ts';
import { isInnerPath } from './is-inner-path.ts';

/** One text and where it is to lie. */
export interface Laid {
  /** Relative, with `/`. */
  readonly path: string;
  readonly text: string | Uint8Array;
}

const AT_ONCE = 16;

/**
 * Writes texts under their own paths into a folder that holds nothing yet.
 *
 * @throws Error where a path would leave the folder, or where two are one to the file system.
 */
export async function layOut(root: string, texts: readonly Laid[]): Promise<void> {
  const stray = texts.find(({ path }) => !isInnerPath(path));
  if (stray !== undefined) throw new Error(`${JSON.stringify(stray.path)} is not a path inside the tree`);
  const folders = new Set(texts.map(({ path }) => dirname(path)));
  await eachBounded(folders, AT_ONCE, (folder) => mkdir(join(root, folder), { recursive: true, mode: 0o700 }));
  await eachBounded(texts, AT_ONCE, (laid) => write(root, laid));
}

async function write(root: string, { path, text }: Laid): Promise<void> {
  try {
    // `wx`: on a file system that folds case, `A.js` must not silently replace `a.js`.
    await writeFile(join(root, path), text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const what = `${JSON.stringify(path)} is there twice, or differs from another path only in letter case`;
    throw new Error(`${what}: this file system cannot hold both`, { cause: error });
  }
}
