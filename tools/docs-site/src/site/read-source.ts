import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { statSync } from 'node:fs';
import type { Source } from './source.ts';

const ROOT_PAGES: readonly string[] = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];

/** The pages of a workspace: all of docs/, those of the root, and the README of each package. */
export async function readSource(root: string): Promise<Source> {
  const [docs, packages] = await Promise.all([markdownBelow(root, 'docs'), packageReadmes(root)]);
  const top = (await Promise.all(ROOT_PAGES.map((path) => present(root, path)))).flat();
  const paths = [...top, ...docs, ...packages];
  const pages = await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const));
  return { pages: new Map(pages), kindOf: (path) => kindOf(join(root, path)) };
}

async function markdownBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return markdownBelow(root, path);
      return entry.name.endsWith('.md') ? [path] : [];
    }),
  );
  return found.flat().sort();
}

async function packageReadmes(root: string): Promise<readonly string[]> {
  const names = (await readdir(join(root, 'packages'))).sort();
  return (await Promise.all(names.map((name) => present(root, `packages/${name}/README.md`)))).flat();
}

async function present(root: string, path: string): Promise<readonly string[]> {
  const found = await stat(join(root, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return found?.isFile() === true ? [path] : [];
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}
