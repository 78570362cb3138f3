import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npmEnv } from './npm-env.ts';
import { type Packed, packedPackages } from './packed-packages.ts';
import { mustSucceed, run } from './run.ts';
import { MODULES } from './workspace.ts';

export interface Installed {
  /** The project of somebody who has installed every package. */
  readonly dir: string;
  readonly packed: readonly Packed[];
}

/** Packs every package and installs all of them, as published, into one project below `root`. */
export async function installedPackages(root: string): Promise<Installed> {
  const dir = join(root, 'project');
  await mkdir(dir);
  await writeFile(join(dir, 'package.json'), '{ "name": "stranger", "version": "1.0.0", "private": true }\n');
  const packed = await packedPackages(root);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--legacy-peer-deps'];
  mustSucceed(await run('npm', [...args, ...packed.map(({ tarball }) => tarball)], { cwd: dir, env: npmEnv(root) }));
  await linkPeers(dir, packed);
  return { dir, packed };
}

/** What a package expects its user to have, and the types of Node, are what this workspace has of it: they need not be fetched again. */
async function linkPeers(dir: string, packed: readonly Packed[]): Promise<void> {
  const peers = new Set(['@types/node']);
  for (const { name } of packed) {
    const manifest = await readFile(join(dir, 'node_modules', name, 'package.json'), 'utf8');
    const { peerDependencies = {} } = JSON.parse(manifest) as { peerDependencies?: Readonly<Record<string, string>> };
    for (const peer of Object.keys(peerDependencies)) peers.add(peer);
  }
  for (const peer of peers) {
    const place = join(dir, 'node_modules', peer);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(MODULES, peer), place);
  }
}
