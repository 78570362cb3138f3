import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { HttpError } from './http-error.js';

/** Reads one attachment of a note. Names come from the address bar, so they are not to be trusted. */
export async function readAttachment(root, name) {
  const path = resolve(root, name);
  if (!path.startsWith(root + sep)) {
    throw new HttpError(404, 'no such attachment');
  }
  try {
    return await readFile(path);
  } catch (error) {
    if (error.code === 'ENOENT') throw new HttpError(404, 'no such attachment');
    throw error;
  }
}
