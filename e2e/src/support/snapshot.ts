import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { TestRepository } from './temporary-repository.ts';

/** Names and the bytes under them, so that a difference says where it is. */
export type Snapshot = Readonly<Record<string, string>>;

/** The index, the work tree, HEAD, the configuration and every ref but Pawl's own. */
export async function snapshotOf({ dir, git }: Pick<TestRepository, 'dir' | 'git'>): Promise<Snapshot> {
  const gitDir = await git('rev-parse', '--absolute-git-dir');
  const refs = (await git('for-each-ref', '--format=%(refname) %(objectname)')).split('\n');
  const isWorkTree = dir !== gitDir;
  return {
    ...(await filesIn(gitDir, ['index', 'HEAD', 'config'])),
    ...(isWorkTree ? await filesUnder(dir, (path) => path === '.git' || path === 'node_modules') : {}),
    refs: refs.filter((line) => !line.startsWith('refs/pawl/')).join('\n'),
  };
}

/** Locks, cases, installed hooks, and what Pawl remembers outside the repository. */
export async function stateOf({ root, git }: Pick<TestRepository, 'root' | 'dir' | 'git'>): Promise<Snapshot> {
  const commonDir = await git('rev-parse', '--path-format=absolute', '--git-common-dir');
  return {
    refs: await git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/pawl/'),
    ...(await filesUnder(join(commonDir, 'pawl'))),
    ...(await filesUnder(join(root, 'state'))),
    ...(await filesUnder(join(root, 'home'))),
  };
}

/** All of both but what is recorded of loops: a judgement leaves that and nothing else. */
export async function withoutLoops(
  repository: Pick<TestRepository, 'root' | 'dir' | 'git'>,
): Promise<readonly Snapshot[]> {
  const { refs = '', ...state } = await stateOf(repository);
  const others = refs.split('\n').filter((line) => !line.startsWith('refs/pawl/loop/'));
  // What is remembered of loops lies in a folder of its own.
  const files = Object.entries(state).filter(([path]) => !path.includes('.loops/'));
  return [await snapshotOf(repository), { ...Object.fromEntries(files), refs: others.join('\n') }];
}

async function filesIn(folder: string, names: readonly string[]): Promise<Snapshot> {
  const entries = names.map(async (name) => [join('.git', name), await describeFile(join(folder, name))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function filesUnder(folder: string, skip: (path: string) => boolean = () => false): Promise<Snapshot> {
  const found: Record<string, string> = {};
  const walk = async (at: string): Promise<void> => {
    for (const entry of await entriesOf(at)) {
      const path = join(at, entry.name);
      if (skip(relative(folder, path))) continue;
      if (entry.isDirectory()) await walk(path);
      else found[path] = await describeFile(path);
    }
  };
  await walk(folder);
  return found;
}

async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function describeFile(path: string): Promise<string> {
  const stats = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (stats === undefined) return 'absent';
  if (stats.isSymbolicLink()) return `link to ${await readlink(path)}`;
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return `${stats.mode.toString(8)} ${digest}`;
}
