import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustSucceed, run } from './run.ts';
import type { NxCacheServer } from './nx-cache-server.ts';

/** Where the one part lies that a task of ours has for output. */
const FOLDER = '.nx/pawl';

export interface KeptPart {
  readonly hash: string;
  /** As Nx would restore it, such as `libs%2Fjs-0.json`. */
  readonly file: string;
  readonly text: string;
}

/** The parts that a cache holds. */
export async function keptParts({ entries }: NxCacheServer, root: string): Promise<readonly KeptPart[]> {
  const parts: KeptPart[] = [];
  for (const [hash, archive] of entries) {
    await unpacked(archive, root, async (dir) => {
      for (const file of await readdir(join(dir, FOLDER)))
        parts.push({ hash, file, text: await readFile(join(dir, FOLDER, file), 'utf8') });
    });
  }
  return parts;
}

/** What somebody does who may write to where a cache keeps its entries. */
export async function replacePart(
  { entries }: NxCacheServer,
  { hash, file }: Pick<KeptPart, 'hash' | 'file'>,
  text: string,
  root: string,
): Promise<void> {
  await unpacked(entries.get(hash), root, async (dir) => {
    await writeFile(join(dir, FOLDER, file), text);
    const packed = `${dir}.tar.gz`;
    // Nx knows its own two files by their names alone, without a folder before them.
    mustSucceed(
      await run('tar', ['-czf', packed, '-C', dir, ...(await readdir(dir))], { cwd: root, env: process.env }),
    );
    entries.set(hash, await readFile(packed));
  });
}

async function unpacked(
  archive: Buffer | undefined,
  root: string,
  work: (dir: string) => Promise<void>,
): Promise<void> {
  if (archive === undefined) throw new Error('the cache has no such entry');
  const dir = await mkdtemp(join(root, 'entry-'));
  await writeFile(`${dir}.tar.gz`, archive);
  mustSucceed(await run('tar', ['-xzf', `${dir}.tar.gz`, '-C', dir], { cwd: root, env: process.env }));
  await work(dir);
  await Promise.all([dir, `${dir}.tar.gz`].map((path) => rm(path, { recursive: true })));
}
