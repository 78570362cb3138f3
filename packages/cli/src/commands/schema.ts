import { nearest } from '@pawl/document';
import { paintFor } from '../paint.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface SchemaOptions {
  readonly name: string | undefined;
}

export const schemaCommand: Command<SchemaOptions> = (io, done) => ({
  command: 'schema [name]',
  describe: 'Print a JSON Schema: of a file that you write, or of what a command answers',
  builder: (yargs) =>
    yargs
      .positional('name', { type: 'string', describe: 'config, contracts, or a command; else the list' })
      .example('$0 schema', 'Which there are')
      .example('$0 schema config > pawl.config.schema.json', 'For an editor that does not find it by itself')
      .example('$0 schema status', 'What a program may rely on in: pawl status --format json'),
  handler: async ({ name }) => {
    const [{ shippedSchemas }, { schemasJson, schemasText }] = await Promise.all([
      import('../schemas.ts'),
      import('../text/schema-text.ts'),
    ]);
    const schemas = await shippedSchemas();
    const asked = schemas.find((schema) => schema.name === name);
    if (name !== undefined && asked === undefined)
      throw unknown(
        name,
        schemas.map((schema) => schema.name),
      );
    if (asked !== undefined) io.out(asked.text);
    else
      io.out(io.format === 'json' ? schemasJson(schemas) : schemasText(schemas, await paintFor(io.colour), io.columns));
    done(0);
  },
});

function unknown(name: string, names: readonly string[]): UsageError {
  const meant = nearest(name, names);
  const hint = meant === undefined ? `there are ${names.join(', ')}` : `did you mean ${meant}?`;
  return new UsageError('usage', `there is no schema ${JSON.stringify(name)}; ${hint}`, { next: 'pawl schema' });
}
