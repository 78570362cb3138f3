import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeyFile } from './key-file.ts';
import { isAmong, type OnThisMachine, worst } from './on-this-machine.ts';
import type { PublicKey } from './public-key.ts';
import { publicKeyOfFile } from './public-key-of-file.ts';
import { SignatureError } from './signature-error.ts';
import { readStart } from './small-file.ts';

/** People keep keys in folders of their own in there; a link that leads back to where it lies has no end. */
const MAX_DEPTH = 3;

/** Whether a private key file in the folder, or below, is of this key. */
export async function isInFolder(key: PublicKey, folder: string, depth: number = MAX_DEPTH): Promise<OnThisMachine> {
  if (depth === 0) return 'unknown';
  try {
    const names = await readdir(folder);
    return worst(await Promise.all(names.map((name) => isInEntry(key, join(folder, name), depth))));
  } catch (error) {
    return isMissing(error) ? 'no' : 'unknown';
  }
}

/**
 * Whether a key file that somebody named is of this key. A public key stands for the private one beside it; where there is
 * none, an agent holds it, or a token.
 */
export async function isInGivenFile(key: PublicKey, path: string): Promise<OnThisMachine> {
  const privatePath = path.replace(/\.pub$/u, '');
  try {
    return await isInFile(key, privatePath);
  } catch (error) {
    return isMissing(error) && path !== privatePath ? 'no' : 'unknown';
  }
}

async function isInEntry(key: PublicKey, path: string, depth: number): Promise<OnThisMachine> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await isInFolder(key, path, depth - 1);
    // Not a socket that leads to other machines, nor a pipe.
    return found.isFile() ? await isInFile(key, path) : 'no';
  } catch (error) {
    // A link to nowhere, or a file that was just removed.
    return isMissing(error) ? 'no' : 'unknown';
  }
}

async function isInFile(key: PublicKey, path: string): Promise<OnThisMachine> {
  const file = readKeyFile(await readStart(path));
  if (file.kind === 'none') return 'no';
  if (file.kind === 'private') return isAmong(key, [file.blob]);
  return isInSealedFile(key, path);
}

/** The public half beside a sealed key says which it is. */
async function isInSealedFile(key: PublicKey, path: string): Promise<OnThisMachine> {
  try {
    const beside = await publicKeyOfFile(`${path}.pub`);
    return isAmong(key, [beside.blob]);
  } catch (error) {
    // One of a type that cannot sign here is another key.
    return error instanceof SignatureError && error.code === 'unsupported-key' ? 'no' : 'unknown';
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
