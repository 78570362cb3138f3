import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cache } from './cache.ts';
import { entryName, MAX_ENTRY_BYTES, readEntry, writeEntry } from './entry.ts';
import { trim } from './trim.ts';

/** One file for each entry, under the digest of its key: two checks at once write the same bytes or different files. */
export function fileCache(folder: string, maxBytes: number): Cache {
  let trimIsDue = false;
  return {
    async get(key) {
      const bytes = await readFileOf(pathOf(folder, entryName(key))).catch(() => undefined);
      return bytes === undefined ? undefined : readEntry(key, bytes);
    },
    async put(key, value) {
      const entry = writeEntry(key, value);
      if (entry === undefined) return;
      const name = entryName(key);
      // Looking through the whole cache costs more than a check, so one entry in 64 asks for it: those whose name says so.
      trimIsDue ||= Number.parseInt(name.slice(-2), 16) % 64 === 0;
      await replaceFile(pathOf(folder, name), entry).catch(() => undefined);
    },
    async close() {
      if (trimIsDue) await trim(folder, maxBytes).catch(() => undefined);
      trimIsDue = false;
    },
  };
}

function pathOf(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name.slice(2));
}

/** Marks the entry as used, too. What is no ordinary file would block whoever opens it, or lead elsewhere. */
async function readFileOf(path: string): Promise<Buffer | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stat = await file.stat();
    if (!stat.isFile() || stat.size > MAX_ENTRY_BYTES) return undefined;
    const now = new Date();
    await file.utimes(now, now).catch(() => undefined);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Whoever reads meanwhile sees the old entry or the new one, and never half of one. */
async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
