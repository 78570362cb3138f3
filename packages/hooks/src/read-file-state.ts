import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { FileState } from './file-state.ts';
import { HooksError } from './hooks-error.ts';

/** A file, or `undefined` where nothing is there. A folder, or a file where a folder belongs, is an error. */
export async function readFileState(path: string): Promise<FileState | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new HooksError('not-a-file', `${path} is not a file.`, { next: `Move ${path} away.` });
    return { bytes: await readFile(path), executable: (found.mode & 0o111) !== 0 };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    if (isCode(error, 'ENOTDIR')) {
      throw new HooksError('not-a-file', `${path} cannot exist: a file stands where its folder belongs.`, {
        cause: error,
      });
    }
    throw error;
  }
}

/**
 * The same for a file of the project. It may be a link or lie behind one, but not one that would make us write outside of
 * the work tree.
 */
export async function readProjectFile(path: string, topLevel: string): Promise<FileState | undefined> {
  const file = await readFileState(path);
  const real = await firstReal(file === undefined ? dirname(path) : path);
  const way = relative(await realpath(topLevel), real);
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return file;
  throw new HooksError('outside-repository', `${path} leads out of the work tree; Pawl does not write there.`, {
    next: `Make ${path} a file of the repository.`,
  });
}

/** Where a path really leads, or its nearest parent that exists. */
async function firstReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT') || dirname(path) === path) throw error;
    return firstReal(dirname(path));
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
