import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InitChange } from './init-change.ts';

export const SCHEMA_FILES = {
  config: 'pawl.config.schema.json',
  contracts: 'pawl.contracts.schema.json',
} as const;

export type SchemaName = keyof typeof SCHEMA_FILES;

/** Where npm, pnpm and yarn with `node_modules` have it, if the project depends on Pawl itself. */
const INSTALLED = 'node_modules/pawl/dist/schema';

/** From the common git folder: what the hooks are beside is of the same version, and nobody has to review it. */
const COPIES = 'pawl/schema';

/**
 * What `$schema` says in a file at the top level, so that an editor finds the schema without a network. Without an
 * installed package (Python, Plug'n'Play, a global Pawl) it is the copy in the git folder.
 */
export async function schemaAddress(topLevel: string | undefined, name: SchemaName): Promise<string> {
  const installed = `${INSTALLED}/${SCHEMA_FILES[name]}`;
  const isThere = topLevel !== undefined && (await isReadable(join(topLevel, installed)));
  return isThere ? `./${installed}` : `./.git/${COPIES}/${SCHEMA_FILES[name]}`;
}

/** Copies the schemas of this version to where editors look. */
export async function initSchemas(commonDir: string, from: string, dryRun: boolean): Promise<readonly InitChange[]> {
  return Promise.all(
    Object.values(SCHEMA_FILES).map(async (file): Promise<InitChange> => {
      const [wanted, path] = [await readFile(join(from, file), 'utf8'), join(commonDir, COPIES, file)];
      const present = await textOf(path);
      const why = 'what editors check the configuration by';
      if (present === wanted) return { path, action: 'unchanged', why };
      if (!dryRun) await replace(path, wanted);
      return { path, action: present === undefined ? 'created' : 'updated', why };
    }),
  );
}

async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, text, { flag: 'wx' });
  await rename(temporary, path);
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** What cannot be read is of no use to an editor either. */
async function isReadable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
