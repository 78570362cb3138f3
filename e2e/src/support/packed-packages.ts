import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { npmEnv } from './npm-env.ts';
import { mustSucceed, run } from './run.ts';
import { WORKSPACE } from './workspace.ts';

export interface Packed {
  readonly name: string;
  readonly tarball: string;
  /** Paths in the tarball. */
  readonly files: readonly string[];
  /** Bytes of all files. */
  readonly unpackedSize: number;
}

interface NpmPacked {
  readonly name: string;
  readonly unpackedSize: number;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Every package as npm would publish it, packed into a folder. */
export async function packedPackages(root: string): Promise<readonly Packed[]> {
  const folders = await packageFolders();
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', root, ...folders];
  const packed = JSON.parse(mustSucceed(await run('npm', args, { cwd: root, env: npmEnv(root) }))) as NpmPacked[];
  return packed.map(({ name, filename, files, unpackedSize }) => {
    return { name, tarball: join(root, filename), files: files.map(({ path }) => path), unpackedSize };
  });
}

/** The folder of every package that is published. */
export async function packageFolders(): Promise<readonly string[]> {
  const folders = (await readdir(join(WORKSPACE, 'packages'))).map((name) => join(WORKSPACE, 'packages', name));
  return folders.filter((folder) => existsSync(join(folder, 'package.json'))).sort();
}
