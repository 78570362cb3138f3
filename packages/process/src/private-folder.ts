import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEarlyEnd } from './on-early-end.ts';

const PARTS = ['files', 'own', 'out', 'empty', 'temporary'] as const;

/**
 * Absolute and free of links: `files` for what is examined, `own` for what the adapter brings, `out` for the result, `empty`
 * to start the tool in, `temporary` for its own temporary files.
 */
export type PrivateFolder = Readonly<Record<(typeof PARTS)[number], string>>;

/** Ten times, 20 ms longer each time: a tool that was just killed may still be writing. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 } as const;

/** Makes fresh folders that only this user can open, and removes them whatever happens, short of SIGKILL. */
export async function withPrivateFolder<Result>(use: (folder: PrivateFolder) => Promise<Result>): Promise<Result> {
  // In one go: a signal between the two would leave a folder that nobody knows.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-')));
  const removed = onEarlyEnd(() => rmSync(root, REMOVE));
  try {
    await Promise.all(PARTS.map((part) => mkdir(join(root, part), { mode: 0o700 })));
    return await use(Object.fromEntries(PARTS.map((part) => [part, join(root, part)])) as PrivateFolder);
  } finally {
    await rm(root, REMOVE).finally(removed);
  }
}
