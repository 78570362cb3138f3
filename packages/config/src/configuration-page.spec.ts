import { readFileSync } from 'node:fs';
import { format, resolveConfig as formatOptions } from 'prettier';
import { describe, expect, it } from 'vitest';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

interface Setting {
  readonly path: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

const PAGE = new URL('../../../docs/configuration.md', import.meta.url);
const [BEGIN, END] = [/<!-- settings: .* -->\n/u, '<!-- end of settings -->'];

const root = JSON.parse(
  readFileSync(new URL('../schema/pawl.config.schema.json', import.meta.url), 'utf8'),
) as Schema & { readonly definitions: Readonly<Record<string, Schema>> };

/** A schema with what it refers to. */
function whole(schema: Schema): Schema {
  const { $ref, allOf = [], ...own } = schema;
  const others = $ref === undefined ? [] : [root.definitions[$ref.replace('#/definitions/', '')] ?? {}];
  return [...others, ...allOf].map(whole).reduceRight<Schema>((all, one) => ({ ...one, ...all }), own);
}

/** Every setting below one, in the order of the schema. One that several kinds of a thing have stands once. */
function settingsIn(schema: Schema, path: string): readonly Setting[] {
  const {
    properties = {},
    patternProperties = {},
    additionalProperties,
    items,
    required = [],
    ...rest
  } = whole(schema);
  const named = Object.entries(properties).flatMap(([name, property]): readonly Setting[] => {
    const at = `${path}.${name}`;
    return [{ path: at, schema: whole(property), isRequired: required.includes(name) }, ...settingsIn(property, at)];
  });
  const more = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  const inner = [
    ...[...Object.values(patternProperties), ...more].flatMap((each) => settingsIn(each, `${path}.NAME`)),
    ...(items ? settingsIn(items, `${path}[]`) : []),
    ...[...(rest.anyOf ?? []), ...(rest.oneOf ?? [])].flatMap((each) => settingsIn(each, path)),
  ];
  const all = [...named, ...inner];
  return all.filter(({ path: own }, at) => all.findIndex((one) => one.path === own) === at);
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value, null, 1).replace(/\n */gu, ' ').replaceAll('|', '\\|')}\``;
}

function row({ path, schema, isRequired }: Setting): string {
  const { description = '', examples = [] } = schema;
  const without = isRequired ? 'required' : 'default' in schema ? code(schema.default) : '';
  const like = examples.length === 0 ? '' : ` Like ${code(examples[0])}.`;
  return `| \`${path}\` | ${without} | ${description.replaceAll('|', '\\|')}${like} |`;
}

function table(settings: readonly Setting[]): string {
  return ['| setting | default | what it is |', '| --- | --- | --- |', ...settings.map(row)].join('\n');
}

function settingsText(): string {
  const all = Object.entries(root.properties ?? {}).map(([path, schema]) => ({
    path,
    schema: whole(schema),
    inner: settingsIn(schema, path),
    isRequired: false,
  }));
  const groups = all.filter(({ inner }) => inner.length > 0);
  return [
    table(all.filter(({ inner }) => inner.length === 0)),
    ...groups.map(({ path, schema, inner }) => `### ${path}\n\n${schema.description}\n\n${table(inner)}`),
  ].join('\n\n');
}

describe('the page about the configuration', () => {
  const text = readFileSync(PAGE, 'utf8');

  it('has every setting, with its default and what the schema says of it; vitest -u writes them', async () => {
    const [before = '', after = ''] = [text.split(BEGIN)[0], text.split(END)[1]];
    const marker = BEGIN.exec(text)?.[0] ?? '';
    expect(marker).not.toBe('');
    const made = `${before}${marker}\n${settingsText()}\n\n${END}${after}`;
    const options = await formatOptions(PAGE.pathname);
    await expect(await format(made, { ...options, parser: 'markdown' })).toMatchFileSnapshot(PAGE.pathname);
  });

  it('leaves none out', () => {
    const paths = Object.entries(root.properties ?? {}).flatMap(([path, schema]) => [
      path,
      ...settingsIn(schema, path).map((setting) => setting.path),
    ]);
    expect(paths.length).toBeGreaterThan(80);
    expect(paths).toEqual(expect.arrayContaining(['limits.timeoutMs', 'scanners.sarif.NAME.okStatus']));
    expect(paths).toEqual(expect.arrayContaining(['securityTests.suites[].link', 'notify.channels.NAME.token.env']));
    const names: readonly string[] = text.match(/(?<=^\| `)[^`]+/gmu) ?? [];
    const grouped = paths.filter((path) => !names.includes(path) && !text.includes(`### ${path}\n`));
    expect(grouped).toEqual([]);
  });
});
