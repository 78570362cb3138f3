import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

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
