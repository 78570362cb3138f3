import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartsGiven } from '@pawl/checkpoint';
import { partFile } from '../part-file.ts';
import type { Project } from './projects.ts';

/** The part of each project that should have one; what is not there is `undefined`, and a verdict tells. */
export async function readParts(root: string, projects: readonly Project[]): Promise<PartsGiven['parts']> {
  const owed = projects.filter(({ hasPart }) => hasPart);
  return Promise.all(
    owed.map(async ({ project, root: own, nested, folder }) => {
      return { project, root: own, nested, text: await readIfThere(join(root, partFile(folder))) };
    }),
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
