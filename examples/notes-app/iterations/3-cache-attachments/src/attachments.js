import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpError } from './http-error.js';

const cache = new Map();

/** Reads one attachment of a note. Attachments never change, so each is read once. */
export async function readAttachment(root, name) {
  const path = join(root, name);
  if (!cache.has(path)) cache.set(path, await load(path));
  return cache.get(path);
}

async function load(path) {
  try {
    return await readFile(path);
  } catch (error) {
    if (error.code === 'ENOENT') throw new HttpError(404, 'no such attachment');
    throw error;
  }
}
