import { commandPage, optionTable, statusTable } from './command-page.ts';
import type { CommandFacts } from './describe-command.ts';
import { environmentPage, type Environment } from './environment.ts';
import { errorsPage } from './errors-page.ts';
import { code, page, prose, section, table } from './markdown.ts';
import type { ExitStatuses } from './read-data.ts';
import type { Program } from './read-program.ts';
import { type SchemaFile, schemaPage } from './schema-page.ts';

/** Every page of the reference, by its path from the reference's folder. Not formatted yet. */
export function planReference(
  program: Program,
  statuses: ExitStatuses,
  environment: Environment,
): ReadonlyMap<string, string> {
  const commands = program.groups.flatMap((group) => group.commands);
  const schemas = new Map([...program.schemas].sort(filesFirst).map((file) => [schemaName(file), file]));
  if (schemas.size < program.schemas.length) throw new Error('two schemas would have one page');
  const pages = new Map([
    ['README.md', indexPage(program, schemas)],
    ['exit-status.md', exitStatusPage(commands, statuses)],
    ['environment.md', environmentPage(environment)],
    ['errors.md', errorsPage(program.errors)],
  ]);
  for (const command of commands) {
    const context = { exitStatus: statusOf(command, statuses), schema: schemaOf(command, schemas) };
    pages.set(`commands/${command.name}.md`, commandPage(command, context));
  }
  for (const [name, file] of schemas) pages.set(`schemas/${name}.md`, schemaPage(titleOf(name, file), file));
  return new Map([...pages].map(([path, text]) => [path, `${GENERATED}\n\n${text}`]));
}

const GENERATED = '<!-- written by tools/docs-site, do not edit: node tools/docs-site/dist/reference.js -->';

function indexPage({ groups, everywhere }: Program, schemas: ReadonlyMap<string, SchemaFile>): string {
  const lists = groups.map(({ title, commands }) => {
    const items = commands.map(
      ({ name, description }) => `- [pawl ${name}](commands/${name}.md): ${prose(description)}`,
    );
    return section(`### ${title}`, items.join('\n'));
  });
  const documents = [...schemas].map(([name, file]) => {
    const says = file.schema.description === undefined ? '' : `: ${prose(file.schema.description)}`;
    return `- [${titleOf(name, file)}](schemas/${name}.md)${says}`;
  });
  return page(
    '# Reference',
    'What the program itself says of its commands, files and answers. These pages are generated, and a test fails where they say something else than the program.',
    section('## Commands', ...lists),
    section('## Every command', ...optionTable(everywhere)),
    section('## Files and answers', documents.join('\n')),
    section('## Codes', CODES),
  );
}

const CODES = `- [Exit status](exit-status.md)
- [Environment variables](environment.md)
- [Error codes](errors.md)`;

function exitStatusPage(commands: readonly CommandFacts[], statuses: ExitStatuses): string {
  const common = { '0': 'clean, or done', '1': 'stopped', '2': 'could not tell' };
  const rows = commands.map((command) => {
    const status = statusOf(command, statuses);
    return [
      `[${command.name}](commands/${command.name}.md)`,
      ...['0', '1', '2'].map((one) => prose(status[one] ?? '')),
    ];
  });
  return page(
    '# Exit status',
    'Nothing ever turns “could not tell” into 0: a wrong option, a missing lock, a tool that failed and a mistake of ours all end with 2.',
    statusTable(common),
    section('## By command', table(['command', code('0'), code('1'), code('2')], rows)),
  );
}

function statusOf({ name }: CommandFacts, statuses: ExitStatuses): Readonly<Record<string, string>> {
  const status = statuses[name];
  if (status === undefined) throw new Error(`tools/docs-site/data/exit-status.json says nothing of pawl ${name}`);
  return status;
}

/** What a command prints as JSON is described by a schema of its name; what `check` says is a verdict. */
function schemaOf({ name }: CommandFacts, schemas: ReadonlyMap<string, SchemaFile>): string | undefined {
  const own = [...schemas].find(([, { path }]) => path === `packages/cli/schema/${name}.schema.json`);
  return name === 'check' ? 'verdict' : own?.[0];
}

/** What people write comes before what commands answer, and that before what Nx passes on. */
function filesFirst(a: SchemaFile, b: SchemaFile): number {
  const rank = ({ path }: SchemaFile): number =>
    ['packages/cli/', 'packages/nx/'].findIndex((one) => path.startsWith(one));
  return rank(a) - rank(b);
}

function schemaName({ path }: SchemaFile): string {
  const [, owner = '', , file = ''] = path.split('/');
  const name = file.replace(/(?:\.schema)?\.json$/u, '').replaceAll('.', '-');
  return owner === 'nx' ? `nx-${name}` : name;
}

function titleOf(name: string, { path, schema }: SchemaFile): string {
  if (path.startsWith('packages/cli/')) return name === 'error' ? 'An error, as JSON' : `pawl ${name}, as JSON`;
  return `${path.startsWith('packages/nx/') ? 'Nx: ' : ''}${prose(schema.title ?? name)}`;
}
