import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { mustSucceed } from './support/run.ts';
import { GUARDED_JS } from './support/sources.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { WORKSPACE } from './support/workspace.ts';

/** Files that people write, and the schema that ships for each. */
const WRITTEN = { config: 'pawl.config.schema.json', contracts: 'pawl.contracts.schema.json' } as const;
const SHIPPED = join(WORKSPACE, 'packages/cli/dist/schema');

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly minProperties?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Property {
  readonly path: string;
  readonly schema: Schema;
  /** It has to be there, or is one of several ways of which one has to be. */
  readonly isOwed: boolean;
}

const schemaOf = async (name: keyof typeof WRITTEN): Promise<Schema> =>
  JSON.parse(await readFile(join(SHIPPED, WRITTEN[name]), 'utf8')) as Schema;

/** Every property at any depth, by the place where it is written. */
function propertiesIn(schema: unknown, path = '#'): readonly Property[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, patternProperties = {}, required = [], ...rest } = schema as Schema;
  const isChoice = [...(rest.anyOf ?? []), ...(rest.oneOf ?? [])].some((way) => way.required !== undefined);
  const own = Object.entries({ ...properties, ...patternProperties }).map(([name, property]) => ({
    path: `${path}/${name}`,
    schema: property,
    isOwed: required.includes(name) || isChoice || rest.minProperties === 1 || name in patternProperties,
  }));
  const inner = Object.entries(schema).flatMap(([key, value]) => schemasUnder(key, value, path));
  return [...own, ...inner.flatMap(([place, below]) => propertiesIn(below, place))];
}

/** The schemas below a keyword. A property may be called like one: `oneOf`. */
function schemasUnder(key: string, value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (key === 'examples' || key === 'default' || typeof value !== 'object' || value === null) return [];
  const isMap = Array.isArray(value) || /^(?:properties|patternProperties|definitions)$/u.test(key);
  if (!isMap) return [[`${path}/${key}`, value]];
  return Object.entries(value).map(([name, schema]) => [`${path}/${key}/${name}`, schema] as const);
}

describe.each(Object.keys(WRITTEN) as (keyof typeof WRITTEN)[])('the schema of %s', (name) => {
  it('says of every property what it is, what holds without it, and how it may look', async () => {
    const all = propertiesIn(await schemaOf(name));
    expect(all.length).toBeGreaterThan(40);
    const bare = all.filter(({ schema }) => !schema.description);
    const unshown = all.filter(({ schema }) => !schema.examples?.length);
    const silent = all.filter(
      ({ schema, isOwed }) => !isOwed && !('default' in schema) && !schema.description?.includes('Without it'),
    );
    const paths = (found: readonly Property[]): readonly string[] => found.map(({ path }) => path);
    expect({ bare: paths(bare), unshown: paths(unshown), silent: paths(silent) }).toEqual({
      bare: [],
      unshown: [],
      silent: [],
    });
  });

  it('gives no default and no example that it refuses itself', async () => {
    const whole = await schemaOf(name);
    const { definitions } = whole as { readonly definitions: object };
    const ajv = new Ajv({ strict: false });
    const wrong = propertiesIn(whole).flatMap(({ path, schema }) => {
      const holds = ajv.compile({ definitions, ...schema });
      const values = [...(schema.examples ?? []), ...('default' in schema ? [schema.default] : [])];
      return values.filter((value) => !holds(value)).map((value) => `${path}: ${JSON.stringify(value)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('is printed by its name', async () => {
    const repository = await temporaryRepository();
    const printed = mustSucceed(await repository.pawl(['schema', name]));
    expect(JSON.parse(printed)).toEqual(await schemaOf(name));
  });
});

/** As an editor does it: from the file, by what it says of its schema. */
async function schemaOfFile(repository: TestRepository, file: string): Promise<unknown> {
  const address = /"\$schema": "([^"]+)"/u.exec(await repository.read(file))?.[1] ?? '';
  expect(address).toMatch(/^\.\//u);
  return JSON.parse(await repository.read(address));
}

/** What `npm install`, `pnpm add` and the like leave behind. */
async function installed(repository: TestRepository, how: 'folder' | 'link'): Promise<void> {
  const modules = join(repository.dir, 'node_modules');
  const place = join(modules, how === 'folder' ? 'pawl' : '.pnpm/pawl@0.1.0/node_modules/pawl');
  await mkdir(place, { recursive: true });
  await cp(SHIPPED, join(place, 'dist/schema'), { recursive: true });
  if (how === 'link') await symlink(place, join(modules, 'pawl'));
}

describe('when an editor looks for the schema', () => {
  it.each([
    ['npm or yarn', 'folder', /^\.\/node_modules\/pawl\//u],
    ['pnpm', 'link', /^\.\/node_modules\/pawl\//u],
  ] as const)('it finds the one that %s installed, where only pawl is', async (_, how, address) => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'package.json': '{ "private": true }\n' });
    await installed(repository, how);
    mustSucceed(await repository.pawl(['init']));
    expect(await schemaOfFile(repository, 'pawl.config.jsonc')).toEqual(await schemaOf('config'));
    expect(await repository.read('pawl.config.jsonc')).toMatch(new RegExp(`"\\$schema": "${address.source.slice(1)}`));
  });

  it('it finds a copy where there is no node_modules, and the copy is not committed', async () => {
    const repository = await temporaryRepository({ 'app.py': 'x = 1\n', 'pyproject.toml': '[project]\nname = "x"\n' });
    mustSucceed(await repository.pawl(['init']));
    expect(await schemaOfFile(repository, 'pawl.config.jsonc')).toEqual(await schemaOf('config'));
    const suggested = mustSucceed(await repository.pawl(['contracts', 'suggest']));
    await repository.write({ 'pawl.contracts.jsonc': suggested });
    expect(await schemaOfFile(repository, 'pawl.contracts.jsonc')).toEqual(await schemaOf('contracts'));
    expect(await repository.git('status', '--porcelain')).not.toContain('schema');
  });

  it('a newer version brings its own', async () => {
    const repository = await temporaryRepository({ 'app.py': 'x = 1\n' });
    mustSucceed(await repository.pawl(['init']));
    const copy = '.git/pawl/schema/pawl.config.schema.json';
    await repository.write({ [copy]: '{}' });
    mustSucceed(await repository.pawl(['init', '--hooks-only']));
    expect(await repository.read(copy)).not.toBe('{}');
  });
});

describe('when a file has mistakes', () => {
  it('each is told with its line, its column, what stands there and what was meant', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    await repository.write({ 'pawl.config.jsonc': '{\n  "targt": "main",\n  "policy": { "gate": "escalate" },\n}\n' });
    const { status, stderr } = await repository.pawl(['init']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      ['2:3 unknown key "targt"; did you mean "target"?', '        2 |   "targt": "main",', '          |   ^'].join(
        '\n',
      ),
    );
    expect(stderr).toContain('did you mean "escalated"?');
  });

  it('those of contracts too', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    await repository.write({ 'pawl.contracts.jsonc': '{ "contracts": [{ "id": "a", "wy": "x" }] }\n' });
    const { status, stderr } = await repository.pawl(['contracts', 'check']);
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean "why"?');
    expect(stderr).toContain('1 | { "contracts": [{ "id": "a", "wy": "x" }] }');
  });
});
