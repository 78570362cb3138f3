import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from '@pawl/git';
import { CONFIG_FILE } from '@pawl/config';
import { HARNESS_IDS, settingsFiles } from '@pawl/harness';
import { isGateFile } from './gate.ts';
import { readWorkTreeFile } from './work-tree.ts';

/**
 * The gate's own files as they are at lock time, by path and git object id. What lies in the working tree counts too:
 * `pawl init` writes these files and a person locks before committing them.
 */
export async function gateFilesAt(repository: Repository, tree: string): Promise<Readonly<Record<string, string>>> {
  const committed = (await repository.listTree(tree))
    .filter(({ path }) => isGateFile(path))
    .map(({ path, blob }) => [path, blob] as const);
  const written = repository.topLevel === undefined ? [] : await inWorkTree(repository.topLevel, tree.length);
  return Object.fromEntries([...committed, ...written].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a person may have written, or had written, before the lock and commits after it. */
const WRITTEN: readonly string[] = ['pawl.contracts.jsonc', '.codex/hooks.json', ...HARNESS_IDS.flatMap(settingsFiles)];

async function inWorkTree(topLevel: string, idLength: number): Promise<readonly (readonly [string, string])[]> {
  const hooks = await readdir(join(topLevel, '.husky')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const paths = [CONFIG_FILE, ...WRITTEN, ...hooks.filter((name) => name !== '_').map((name) => `.husky/${name}`)];
  const files = await Promise.all(paths.map(async (path) => [path, await readIfThere(topLevel, path)] as const));
  return files.flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, blobId(bytes, idLength)] as const]));
}

/** Where a folder of that name is a file, the file in it is not there. */
async function readIfThere(topLevel: string, path: string): Promise<Buffer | undefined> {
  return readWorkTreeFile(topLevel, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

/** Git's own object id: a digest over a header and the bytes, SHA-1 or SHA-256 as the repository has it. */
function blobId(bytes: Buffer, idLength: number): string {
  const hash = createHash(idLength === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
