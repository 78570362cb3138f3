import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createFile, writtenAt } from './private-folder.ts';

/** Twice the largest budget: whoever has held a claim for so long was killed. */
const STALE_MS = 60_000;

/**
 * Does some work while no other process does work under the same key; `taken` where another does. One that a killed
 * process left is followed by the next number, never removed by who waits for it: of many who see it stale, one creates
 * the next.
 */
export async function underClaim<T>(
  folder: string,
  key: string,
  now: number,
  work: () => Promise<T>,
): Promise<T | 'taken'> {
  const numbers = await numbersOf(folder, key);
  const last = numbers.at(-1) ?? 0;
  const since = last === 0 ? undefined : await writtenAt(folder, claimName(key, last));
  // One that has gone since is no hindrance: its number is free again, or somebody else's.
  if (since !== undefined && now - since < STALE_MS) return 'taken';
  const mine = since === undefined ? Math.max(last, 1) : last + 1;
  if (!(await createFile(folder, claimName(key, mine)))) return 'taken';
  try {
    return await work();
  } finally {
    // Ours last: as long as one stays, it is the newest. One that cannot be removed is stale in a minute.
    for (const number of [...numbers.filter((one) => one !== mine), mine])
      await rm(join(folder, claimName(key, number)), { force: true }).catch(() => undefined);
  }
}

async function numbersOf(folder: string, key: string): Promise<readonly number[]> {
  const start = `${key}.claim.`;
  const names = await readdir(folder);
  const ends = names.flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
  return ends
    .filter((end) => /^[1-9]\d{0,8}$/u.test(end))
    .map(Number)
    .sort((a, b) => a - b);
}

function claimName(key: string, number: number): string {
  return `${key}.claim.${number}`;
}
