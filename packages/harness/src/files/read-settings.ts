import type { Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../harness-error.ts';

const MOST_BYTES = 1024 * 1024;

/** A settings file as it lies there, its byte order mark included. */
export interface SettingsOnDisk {
  readonly text: string | undefined;
  /** Permission bits, to be kept. */
  readonly mode: number | undefined;
}

/**
 * Reads a settings file below `root`. A link anywhere on the way is refused: an agent that may write in the repository
 * could otherwise have the user's own files rewritten.
 */
export async function readSettings(root: string, file: string): Promise<SettingsOnDisk> {
  const parts = file.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    const found = await look(join(root, folder));
    if (found === undefined) return { text: undefined, mode: undefined };
    if (!found.isDirectory()) throw notAFile(`${folder} is not a folder.`, folder);
  }
  const found = await look(join(root, file));
  if (found === undefined) return { text: undefined, mode: undefined };
  if (!found.isFile()) throw notAFile(`${file} is not a plain file.`, file);
  if (found.size > MOST_BYTES) throw notText(`${file} is larger than 1 MiB.`, file);
  return { text: decode(await readFile(join(root, file)), file), mode: found.mode & 0o777 };
}

async function look(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw notText(`${file} is not UTF-8.`, file, cause);
  }
}

function notAFile(message: string, file: string): HarnessError {
  return new HarnessError('not-a-file', message, {
    next: `Put a plain file or folder in the place of ${file}, then run this again.`,
  });
}

function notText(message: string, file: string, cause?: unknown): HarnessError {
  return new HarnessError('not-text', message, { next: `Mend or remove ${file}, then run this again.`, cause });
}
