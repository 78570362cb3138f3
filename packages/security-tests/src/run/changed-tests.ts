import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { TreeFile } from './tree-file.ts';

/** Folders that dependencies and tools write into. */
const NOT_OURS: readonly string[] = ['node_modules', '.venv', 'venv', '.git', '__pycache__', '.tox', 'site-packages'];

/** The first file of the locked tests that is not what was laid out, or that was added to them; undefined where all is as it was. */
export async function changedTest(
  root: string,
  laid: readonly TreeFile[],
  isLocked: (file: string) => boolean,
): Promise<string | undefined> {
  const own = laid.filter(({ file }) => isLocked(file));
  for (const each of own) if (!(await isAsLaid(root, each))) return each.file;
  const known = new Set(laid.map(({ file }) => file));
  for await (const file of filesIn(root)) if (isLocked(file) && !known.has(file)) return file;
  return undefined;
}

async function isAsLaid(root: string, { file, content }: TreeFile): Promise<boolean> {
  const path = join(root, file);
  const seen = await lstat(path).catch(() => undefined);
  if (seen?.isFile() !== true || (await realpath(path)) !== path) return false;
  return (await readFile(path)).equals(typeof content === 'string' ? Buffer.from(content) : content);
}

async function* filesIn(root: string, folder = ''): AsyncGenerator<string> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.includes(entry.name)) continue;
    if (entry.isDirectory()) yield* filesIn(root, file);
    else yield file;
  }
}
