import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { WORKSPACE } from '../workspace.ts';
import { expectValid } from './read-document.ts';

const SCHEMAS = 'node_modules/nx/schemas';

/** Reads `nx.json`: by Nx's schema, which lets any key through, and by its own list of keys; and what it says of our plugin. */
export function readNxJson(text: string): void {
  const value = jsonc(text);
  expectValid(`${SCHEMAS}/nx-schema.json`, value);
  const { properties } = JSON.parse(textOf(`${SCHEMAS}/nx-schema.json`)) as { properties: object };
  expectKnown(value, Object.keys(properties));
  const plugins = (value['plugins'] ?? []) as readonly (string | { plugin: string; options?: object })[];
  for (const each of plugins) {
    if (typeof each === 'string' || each.plugin !== '@pawl/nx/plugin') continue;
    const known = textOf('packages/nx/src/plugin/plugin-options.ts').matchAll(/^ {2}readonly (\w+)\?/gmu);
    expectKnown(
      { ...each.options },
      [...known].map(([, name = '']) => name),
    );
  }
}

export function readProjectJson(text: string): void {
  expectValid(`${SCHEMAS}/project-schema.json`, jsonc(text));
}

export function readPackageJson(text: string): void {
  const { scripts = {} } = jsonc(text);
  for (const script of Object.values(scripts as object))
    if (typeof script !== 'string') throw new Error('a script is a text');
}

function jsonc(text: string): Readonly<Record<string, unknown>> {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true }) as unknown;
  const [first] = errors;
  if (first !== undefined) throw new Error(`${printParseErrorCode(first.error)} at ${first.offset}`);
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return value as Readonly<Record<string, unknown>>;
}

function expectKnown(value: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  if (strange.length > 0) throw new Error(`${strange.join(', ')}: not among ${known.join(', ')}`);
}

function textOf(path: string): string {
  return readFileSync(join(WORKSPACE, path), 'utf8');
}
