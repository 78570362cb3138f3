import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file system gives out space in blocks, so that many small entries take more than they hold. */
const BLOCK = 4096;

interface Kept {
  readonly path: string;
  readonly usedAt: number;
  readonly bytes: number;
}

/** Removes what was used longest ago until the cache holds nine tenths of what it may. */
export async function trim(folder: string, maxBytes: number): Promise<void> {
  const kept: Kept[] = [];
  for (const name of await readdir(folder)) kept.push(...(await entriesIn(join(folder, name))));
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxBytes) return;
  for (const { path, bytes } of kept.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= maxBytes * 0.9) return;
    await rm(path, { force: true });
    total -= bytes;
  }
}

async function entriesIn(folder: string): Promise<readonly Kept[]> {
  const names = await readdir(folder);
  const kept = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another check may have removed it just now.
      const found = await stat(path).catch(() => undefined);
      return found === undefined
        ? []
        : [{ path, usedAt: found.mtimeMs, bytes: Math.max(BLOCK, Math.ceil(found.size / BLOCK) * BLOCK) }];
    }),
  );
  return kept.flat();
}
