import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, relative, sep } from 'node:path';

export interface Tool {
  /** The absolute path of the program. */
  readonly file: string;
  /** The search path without relative folders and folders of the work tree: what the tool in turn may call. */
  readonly path: string;
}

/**
 * Finds a program, or `undefined`. Relative entries of `PATH` and everything in the work tree are passed over, links
 * followed: `node_modules/.bin/semgrep` is a file that the author of the change can write.
 */
export async function resolveTool(
  name: string,
  { path, workTree }: { readonly path: string | undefined; readonly workTree: string },
): Promise<Tool | undefined> {
  const root = await realpath(workTree);
  const folders = await trustedFolders(path, root);
  const trusted = folders.join(delimiter);
  const candidates = isAbsolute(name) ? [name] : name.includes(sep) ? [] : folders.map((folder) => join(folder, name));
  for (const file of candidates) {
    if (await isProgramOutside(file, root)) return { file, path: trusted };
  }
  return undefined;
}

async function trustedFolders(path: string | undefined, root: string): Promise<readonly string[]> {
  const folders = (path ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const outside = await Promise.all(folders.map((folder) => isOutside(folder, root)));
  return folders.filter((_, index) => outside[index]);
}

async function isProgramOutside(file: string, root: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile() && (await isOutside(file, root));
  } catch {
    return false;
  }
}

/** A path that does not exist holds no tool, so it counts as not outside. */
async function isOutside(path: string, root: string): Promise<boolean> {
  const real = await realpath(path).catch(() => root);
  const way = relative(root, real);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
