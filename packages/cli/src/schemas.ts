import { readdir, readFile } from 'node:fs/promises';

/** A JSON Schema that ships with Pawl. */
export interface ShippedSchema {
  /** As one asks for it: `config`, `status`. */
  readonly name: string;
  /** What it is about, in its own words. */
  readonly about: string;
  readonly text: string;
}

/** Files that people write, and the verdict; then what the commands answer with `--format json`. */
const FOLDERS: readonly URL[] = [new URL('../schema/', import.meta.url), new URL('../../schema/', import.meta.url)];

/** Every schema, by name. A command that is called like a file that people write is `<name>-answer`. */
export async function shippedSchemas(folders: readonly URL[] = FOLDERS): Promise<readonly ShippedSchema[]> {
  const [written = [], answers = []] = await Promise.all(folders.map(schemasIn));
  const isTaken = ({ name }: ShippedSchema): boolean => written.some((one) => one.name === name);
  const renamed = answers.map((one) => (isTaken(one) ? { ...one, name: `${one.name}-answer` } : one));
  return [...written, ...renamed].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function schemasIn(folder: URL): Promise<readonly ShippedSchema[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.schema.json'));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), 'utf8');
      const { description = '' } = JSON.parse(text) as { readonly description?: string };
      return { name: file.replace(/^pawl\.|\.schema\.json$/gu, ''), about: description, text };
    }),
  );
}
