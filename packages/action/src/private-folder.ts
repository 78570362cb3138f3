import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that only this account can read, for keys and for what is kept while judging. */
export interface PrivateFolder {
  readonly path: string;
  /** Writes a file that only this account can read. Gives its path. */
  write(name: string, text: string, mode?: 0o600 | 0o700): Promise<string>;
}

/** Gives a folder below `parent` for as long as something is done in it. */
export async function withPrivateFolder<Result>(
  parent: string,
  use: (folder: PrivateFolder) => Promise<Result>,
): Promise<Result> {
  // Made with the mode 0700.
  const path = await mkdtemp(join(parent, 'pawl-'));
  try {
    return await use({
      path,
      write: async (name, text, mode = 0o600) => {
        const file = join(path, name);
        await writeFile(file, text, { mode, flag: 'wx' });
        return file;
      },
    });
  } finally {
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }
}
