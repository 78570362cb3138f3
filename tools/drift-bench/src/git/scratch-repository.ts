import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ScratchRepository {
  /** A bare repository that has all objects of a mirror and keeps what is written for itself. */
  readonly dir: string;
  dispose(): Promise<void>;
}

/**
 * Borrows the objects of a mirror, so that nothing is ever written into it and none of its configuration, hooks or
 * promises to fetch count.
 */
export async function scratchRepository(objects: string): Promise<ScratchRepository> {
  const home = await mkdtemp(join(tmpdir(), 'drift-'));
  const dir = join(home, 'repository.git');
  await Promise.all([
    mkdir(join(dir, 'objects', 'info'), { recursive: true }),
    mkdir(join(dir, 'refs'), { recursive: true }),
  ]);
  await Promise.all([
    writeFile(join(dir, 'HEAD'), 'ref: refs/heads/none\n'),
    writeFile(join(dir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n'),
    writeFile(join(dir, 'objects', 'info', 'alternates'), `${objects}\n`),
  ]);
  return { dir, dispose: () => rm(home, { recursive: true, force: true }) };
}
