import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandModule } from 'yargs';
import {
  type CommandFacts,
  describeCommand,
  type Everywhere,
  type OptionFacts,
  optionsEverywhere,
} from './describe-command.ts';
import type { Schema, SchemaFile } from './schema-page.ts';
import { type ErrorClass, readErrors } from './read-errors.ts';

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly CommandFacts[];
}

export interface Program {
  readonly groups: readonly CommandGroup[];
  readonly everywhere: readonly OptionFacts[];
  readonly schemas: readonly SchemaFile[];
  readonly errors: ReadonlyMap<string, readonly ErrorClass[]>;
}

/** What `pawl` is built of, as far as the reference tells of it. */
interface BuiltGroup {
  readonly title: string;
  readonly commands: readonly { readonly addTo: (to: { readonly command: (one: Module) => unknown }) => unknown }[];
}
type Module = CommandModule;

/** Everything that the reference is written of: the built command line, the schemas and the sources of the packages. */
export async function readProgram(root: string): Promise<Program> {
  const [commandLine, schemas, errors] = await Promise.all([
    readCommandLine(root),
    readSchemas(root),
    readErrorCodes(root),
  ]);
  return { ...commandLine, schemas, errors };
}

async function readCommandLine(root: string): Promise<Pick<Program, 'groups' | 'everywhere'>> {
  const built = (name: string): Promise<unknown> => import(pathToFileURL(join(root, 'packages/cli/dist', name)).href);
  const [{ groupsOf }, { EVERYWHERE }] = (await Promise.all([built('commands/groups.js'), built('asked-io.js')])) as [
    { readonly groupsOf: (io: object, done: () => void) => readonly BuiltGroup[] },
    { readonly EVERYWHERE: Everywhere },
  ];
  const groups = groupsOf({}, () => undefined).map(({ title, commands }) => ({
    title,
    commands: commands
      .map(moduleOf)
      .filter(({ describe }) => describe !== false)
      .map((module) => describeCommand(module, EVERYWHERE)),
  }));
  return { groups, everywhere: optionsEverywhere(EVERYWHERE) };
}

function moduleOf(listed: BuiltGroup['commands'][number]): Module {
  const added: Module[] = [];
  listed.addTo({ command: (module) => added.push(module) });
  const [module] = added;
  if (module === undefined || added.length > 1) throw new Error('a command adds itself once');
  return module;
}

async function readSchemas(root: string): Promise<readonly SchemaFile[]> {
  const paths = await below(root, 'schema', (name) => name.endsWith('.json'));
  return Promise.all(
    paths.map(async (path) => ({ path, schema: JSON.parse(await readFile(join(root, path), 'utf8')) as Schema })),
  );
}

async function readErrorCodes(root: string): Promise<Program['errors']> {
  const errors = new Map<string, ErrorClass[]>();
  for (const [path, text] of await readSources(root)) {
    if (!text.includes('extends PawlError<')) continue;
    const name = path.split('/')[1] ?? '';
    errors.set(name, [...(errors.get(name) ?? []), ...readErrors(path, text)]);
  }
  return errors;
}

/** Every source of the packages that ships, by its path from the root. */
export async function readSources(root: string): Promise<ReadonlyMap<string, string>> {
  const isShipped = (path: string): boolean =>
    /\.(?:ts|mjs)$/u.test(path) && !/\.(?:spec|fixture)\.ts$|\/(?:testing|cases|fixtures)\//u.test(path);
  const paths = await below(root, 'src', isShipped);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
}

/** The files below one folder of each package. */
async function below(root: string, folder: string, isWanted: (path: string) => boolean): Promise<readonly string[]> {
  const names = (await readdir(join(root, 'packages'))).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const files = await readdir(join(root, 'packages', name, folder), { recursive: true }).catch(noneOf);
      return files.map((file) => `packages/${name}/${folder}/${file.replaceAll('\\', '/')}`).sort();
    }),
  );
  return found.flat().filter(isWanted);
}

/** A package may lack a schema. Anything else is not "no schema". */
function noneOf(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}
