import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SourceFile } from '@pawl/scanner';

export interface PrivateFolder {
  /** Holds the files under their own relative paths, and nothing else. */
  readonly files: string;
  /** Holds nothing: where the tool is started. */
  readonly empty: string;
  /** For the tool's own temporary files. */
  readonly temporary: string;
}

/** Lays the files out in a fresh folder that only this user can open, and removes it whatever happens. */
export async function withPrivateFolder<Result>(
  files: readonly SourceFile[],
  use: (folder: PrivateFolder) => Promise<Result>,
): Promise<Result> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'pawl-')));
  try {
    const folder = { files: join(root, 'files'), empty: join(root, 'empty'), temporary: join(root, 'temporary') };
    for (const each of Object.values(folder)) await mkdir(each, { mode: 0o700 });
    for (const { file, text } of files) await layOut(folder.files, file, text);
    return await use(folder);
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function layOut(root: string, file: string, text: string): Promise<void> {
  if (!staysInside(file)) throw new Error(`${JSON.stringify(file)} is not a path inside the tree`);
  const target = join(root, file);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  // `wx`: on a file system that folds case, `A.js` must not silently replace `a.js`.
  await writeFile(target, text, { flag: 'wx', mode: 0o600 });
}

/** Paths come from git trees, which others write: git forbids these, a hand-made tree object does not. */
function staysInside(file: string): boolean {
  const parts = file.split(/[/\\]/u);
  return (
    !file.includes('\0') &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:/iu.test(part))
  );
}
