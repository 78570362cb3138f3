import { slug } from '../page/slug.ts';
import { code, page, prose, section, table } from './markdown.ts';

/** A JSON Schema, in the part that ours use. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface SchemaFile {
  /** From the root of the workspace. */
  readonly path: string;
  readonly schema: Schema;
}

/** What may stand in a document of this schema, property by property. */
export function schemaPage(title: string, { path, schema }: SchemaFile): string {
  const definitions = Object.entries({ ...schema.definitions, ...schema.$defs });
  const parts = definitions.map(([name, definition]) => section(`### ${name}`, ...described(definition)));
  return page(
    `# ${title}`,
    ...described(schema),
    section('## Parts', ...parts),
    `The schema itself: [${path}](../../../${path}).`,
  );
}

/** A type in words, its properties, and each of the forms that it may have. */
function described(schema: Schema): readonly string[] {
  const forms = formsOf(schema).filter((form) => form.properties !== undefined);
  const says = schema.description === undefined ? '' : sentence(prose(schema.description));
  const type = schema.properties === undefined && forms.length === 0 ? `${capital(typeText(schema))}.` : '';
  const own = table(HEAD, rowsOf('', schema));
  const each = forms.map((form) => [
    sentence(prose(form.description ?? 'Another form')),
    table(HEAD, rowsOf('', form)),
  ]);
  return [says, type, own, ...(forms.length === 0 ? [] : ['It has one of these forms.', ...each.flat()])];
}

const HEAD = ['property', 'meaning', 'type', 'default'] as const;

function rowsOf(path: string, schema: Schema): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const here = path === '' ? name : `${path}.${name}`;
    return [rowOf(here, property, schema.required?.includes(name) === true), ...innerRows(here, property)];
  });
}

function innerRows(path: string, schema: Schema): readonly (readonly string[])[] {
  const more = [schema.additionalProperties, ...Object.values(schema.patternProperties ?? {})];
  return [
    ...rowsOf(path, schema),
    ...(schema.items === undefined ? [] : innerRows(`${path}[]`, schema.items)),
    ...more.flatMap((inner) => (typeof inner === 'object' ? innerRows(`${path}.NAME`, inner) : [])),
    ...formsOf(schema).flatMap((form) => innerRows(path, form)),
  ];
}

function rowOf(path: string, schema: Schema, isRequired: boolean): readonly string[] {
  const given = isRequired ? 'required' : schema.default === undefined ? '' : code(JSON.stringify(schema.default));
  return [code(path), prose(schema.description ?? ''), typeText(schema), given];
}

function formsOf({ oneOf = [], anyOf = [] }: Schema): readonly Schema[] {
  return [...oneOf, ...anyOf];
}

function typeText(schema: Schema): string {
  const referred = [schema, ...(schema.allOf ?? [])].flatMap(({ $ref }) => $ref ?? []);
  if (referred.length > 0) return referred.map(partLink).join(' and ');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(JSON.stringify(value))).join(', ');
  const forms = formsOf(schema);
  if (forms.length > 0) return [...new Set(forms.map(typeText))].join(' or ');
  if (schema.type === 'array') return schema.items === undefined ? 'list' : `list of ${typeText(schema.items)}`;
  return `${[schema.type ?? 'anything'].flat().join(' or ')}${limits(schema)}`;
}

function partLink(reference: string): string {
  const name = reference.split('/').at(-1) ?? reference;
  return `[${name}](#${slug(name)})`;
}

function limits({ minimum, maximum, maxLength }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return `, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, from ${minimum}`;
  if (maximum !== undefined) return `, up to ${maximum}`;
  return maxLength === undefined ? '' : `, up to ${maxLength} characters`;
}

function sentence(text: string): string {
  return /[.:!?]$/u.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.startsWith('`') || text.startsWith('[') ? `One of ${text}` : text.charAt(0).toUpperCase() + text.slice(1);
}
