import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { harmIn } from './harmless.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

/** Where the schema of a document lies, by the name that stands in its `schema`. */
export const SCHEMAS: URL = new URL('../../schema/', import.meta.url);

/** The schema of `pawl/<name>@1`, compiled; a schema that is none is an error. */
export function schemaOf(name: string): ValidateFunction {
  return new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(readSchema(name));
}

/**
 * Holds what `--format json` prints against its schema, in each state that is given, and the schema against what readers
 * expect of one: a description of every property, and no property that it does not know.
 */
export function describeDocument<Model>(
  name: string,
  states: Readonly<Record<string, Model>>,
  render: (model: Model) => string | Promise<string>,
): void {
  describe(`when ${name} is a document`, () => {
    const holds = schemaOf(name);

    it.each(Object.entries(states))('it is as its schema says, %s', async (_, model) => {
      const text = await render(model);
      const document = JSON.parse(text) as { readonly schema?: unknown };
      expect(holds(document), JSON.stringify(holds.errors, null, 2)).toBe(true);
      expect(document.schema).toBe(`pawl/${name}@1`);
      expect(text.endsWith('\n')).toBe(true);
    });

    it.each(Object.entries(states))(
      'O08 nothing in it is obeyed by a terminal or a build server, %s',
      async (_, model) => {
        expect(harmIn(await render(model))).toEqual([]);
      },
    );

    it('its schema describes every property, and knows all of them', () => {
      expect(undescribedIn(readSchema(name), name)).toEqual([]);
    });
  });
}

function readSchema(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`${name}.schema.json`, SCHEMAS), 'utf8')) as Schema;
}

/** Every place in a schema where a property is not explained, or an unknown one let through. */
function undescribedIn(schema: unknown, path: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((each, at) => undescribedIn(each, `${path}/${at}`));
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, additionalProperties } = schema as Schema;
  const bare = Object.entries(properties ?? {}).filter(([, { description }]) => !description);
  return [
    ...(properties !== undefined && additionalProperties !== false ? [`${path} lets other properties through`] : []),
    ...bare.map(([name]) => `${path}/properties/${name} has no description`),
    ...Object.entries(schema).flatMap(([key, value]) => undescribedIn(value, `${path}/${key}`)),
  ];
}
