import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { InitError } from './init-error.ts';

/**
 * A file of the working tree, `undefined` when there is none. Only set-up commands that a person runs read the working
 * tree; nothing is ever judged from it.
 */
export async function readWorkTreeFile(topLevel: string, path: string): Promise<Buffer | undefined> {
  return readFile(join(topLevel, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/**
 * Makes sure that a new file can stand there. A repository that somebody else wrote may have a link where a folder is
 * expected, and what is written would land outside of it (CVE-2021-32803 and many like it).
 *
 * @throws InitError `in-the-way`
 */
export async function requireRoom(topLevel: string, path: string): Promise<void> {
  const root = await realpath(topLevel);
  let folder = join(topLevel, path);
  if (await isThere(folder)) throw inTheWay(path, 'is there already, and leads nowhere');
  do folder = dirname(folder);
  while (!(await isThere(folder)));
  const real = await realpath(folder).catch(() => undefined);
  const way = real === undefined ? '..' : relative(root, real);
  if (way === '..' || way.startsWith(`..${sep}`)) throw inTheWay(path, 'would be written outside of the repository');
  if (!(await lstat(real as string)).isDirectory()) throw inTheWay(path, 'has a file where its folder would be');
}

/** Writes a file that is not there yet: whole, or not at all. Its place has been looked at. */
export async function createWorkTreeFile(topLevel: string, path: string, text: string): Promise<void> {
  const file = join(topLevel, path);
  const temporary = `${file}.${randomUUID()}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, text, { flag: 'wx' });
  await rename(temporary, file);
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

function inTheWay(path: string, why: string): InitError {
  return new InitError('in-the-way', `${path} ${why}, so nothing was written`, {
    next: 'move what is in the way, then: pawl init',
  });
}
