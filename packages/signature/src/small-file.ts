import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** More than any key takes; a list of known hosts may be longer, and holds no key of ours after this much. */
const MAX_BYTES = 64 * 1024;

/** The beginning of a regular file, links followed. Anything else is an error, and a pipe is not waited on. */
export async function readStart(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile()) throw new Error('it is not a file');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
