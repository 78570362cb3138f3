import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writtenAt } from './private-folder.ts';

const DAY_MS = 86_400_000;

/** For how long nobody is told of a case again, and after how long what a killed process left is rubbish. */
const KEPT: readonly (readonly [name: RegExp, ms: number])[] = [
  [/^[0-9a-f]{8}\.[a-z0-9-]+\.[0-9a-f]{16}\.sent$/u, 365 * DAY_MS],
  [/^[0-9a-f]{8}\.[a-z0-9-]+\.[0-9a-f]{16}\.(?:json|sent)\.[0-9a-f]{12}\.draft$/u, DAY_MS],
  [/^[0-9a-f]{8}\.[a-z0-9-]+\.[0-9a-f]{16}\.claim\.\d+$/u, DAY_MS],
];

/** Removes what nobody asks for any more. */
export async function prune(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const kept = KEPT.find(([pattern]) => pattern.test(name));
    if (kept === undefined) continue;
    const at = await writtenAt(folder, name);
    if (at !== undefined && now - at > kept[1]) await rm(join(folder, name), { force: true });
  }
}
