import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TreeEntry } from './change.ts';
import { findRepository, type OpenOptions } from './find-repository.ts';
import { GitError } from './git-error.ts';
import { hardenedEnvironment } from './hardened-environment.ts';
import { checkObjectId, isObjectId } from './object-id.ts';
import { printable } from './printable.ts';
import { failedGit, runGit, type Place } from './run-git.ts';

/** A bare repository that has all objects of another one, and keeps what is written for itself. */
export interface ScratchRepository {
  /** Absolute real path. */
  readonly dir: string;
  /** Stores a tree with some files as given, or without them, and gives its id. Paths are those of a tree that git listed. */
  treeWith(tree: string, files: readonly TreeEntry[], without: readonly string[]): Promise<string>;
  /** Removes it. It may be called again. */
  remove(): Promise<void>;
}

/**
 * Borrows the objects of a repository: nothing is ever written into that one, and none of its configuration, refs and hooks counts
 * here. An object that a partial clone left out is missing here, too: nobody is asked for it.
 *
 * @throws GitError `hostile-path` where git could not be told where the objects lie.
 */
export async function openScratch(
  dir: string,
  { env = process.env, ...options }: OpenOptions = {},
): Promise<ScratchRepository> {
  const lender = await findRepository(dir, { env, ...options });
  const objects = join(lender.commonDir, 'objects');
  if (/[\n"]/u.test(objects)) throw new GitError('hostile-path', `git cannot borrow from ${printable(objects)}`);
  const home = await mkdtemp(join(await realpath(tmpdir()), 'pawl-scratch-'));
  const scratch = join(home, 'repository.git');
  const place: Place = { cwd: home, env: hardenedEnvironment(env) };
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    // No template: it would bring hooks along.
    const made = [
      '--quiet',
      '--bare',
      '--template=',
      '--initial-branch=none',
      `--object-format=${lender.objectFormat}`,
    ];
    await runGit(place, ['init', ...made, scratch]);
    await writeAlternates(scratch, objects);
  } catch (error) {
    await remove();
    throw error;
  }
  const inside: Place = { cwd: scratch, env: { ...place.env, GIT_DIR: scratch } };
  return { dir: scratch, treeWith: (...change) => treeWith(inside, home, ...change), remove };
}

async function writeAlternates(scratch: string, objects: string): Promise<void> {
  await writeFile(join(scratch, 'objects', 'info', 'alternates'), `${objects}\n`);
}

async function treeWith(
  place: Place,
  home: string,
  tree: string,
  files: readonly TreeEntry[],
  without: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(home, 'index-'));
  const indexed: Place = { ...place, env: { ...place.env, GIT_INDEX_FILE: join(folder, 'index') } };
  const gone = without.map((path) => `0 ${'0'.repeat(tree.length)}\t${path}\0`);
  const there = files.map(({ mode, blob, path }) => `${mode} ${checkObjectId(blob)}\t${path}\0`);
  await runGit(indexed, ['read-tree', checkObjectId(tree)]);
  await runGit(indexed, ['update-index', '-z', '--index-info'], { input: [...gone, ...there].join('') });
  const { status, stdout, stderr } = await runGit(indexed, ['write-tree']);
  await rm(folder, { recursive: true, force: true });
  const id = stdout.toString('latin1').trim();
  if (!isObjectId(id)) throw failedGit(['write-tree'], status, stderr);
  return id;
}
