import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const own = (path: string): URL => new URL(`../${path}`, import.meta.url);

interface Entry {
  readonly implementation: string;
  readonly batchImplementation?: string;
  readonly schema?: string;
}

function entriesOf(file: string): readonly (readonly [string, Entry])[] {
  const { executors, generators } = JSON.parse(readFileSync(own(file), 'utf8')) as Record<
    string,
    Record<string, Entry>
  >;
  return Object.entries(executors ?? generators ?? {});
}

/** Nx reads what was built; the sources stand where it will be. */
async function loads(implementation: string): Promise<unknown> {
  const [path = '', name = ''] = implementation.split('#');
  const module = (await import(
    own(path.replace('./dist/bundle/', 'src/executors/').replace('./dist/', 'src/').replace(/c?js$/u, 'ts')).href
  )) as object;
  return (module as Record<string, unknown>)[name];
}

describe.each(['executors.json', 'generators.json', 'migrations.json'])('when Nx reads %s', (file) => {
  it.each(entriesOf(file))(
    '%s is a function with a schema',
    async (_, { implementation, batchImplementation, schema }) => {
      expect(await loads(implementation)).toBeTypeOf('function');
      if (batchImplementation !== undefined) expect(await loads(batchImplementation)).toBeTypeOf('function');
      if (file === 'migrations.json') return;
      expect(existsSync(own(String(schema)))).toBe(true);
    },
  );

  it('it is exported, as Nx looks for it', () => {
    const { exports } = JSON.parse(readFileSync(own('package.json'), 'utf8')) as { exports: Record<string, unknown> };
    expect(exports[`./${file}`]).toBe(`./${file}`);
  });
});
