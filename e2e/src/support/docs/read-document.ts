import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { WORKSPACE } from '../workspace.ts';

/** Reads what a command prints with `--format json`, one document or one on each line, by the schema that each names. */
export function readDocument(text: string): void {
  for (const document of documentsIn(text)) expectValid(schemaFile(document), document);
}

/** Throws every mistake that a schema of this workspace finds in a value. */
export function expectValid(schema: string, value: unknown): void {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const holds = ajv.compile(JSON.parse(readFileSync(join(WORKSPACE, schema), 'utf8')) as AnySchema);
  if (!holds(value)) throw new Error(`not as ${schema} says: ${ajv.errorsText(holds.errors)}`);
}

function documentsIn(text: string): readonly unknown[] {
  const lines = text.trimEnd().split('\n');
  const isLines = lines.every((line) => line.startsWith('{"') && line.endsWith('}'));
  return (isLines ? lines : [text]).map((each) => JSON.parse(each) as unknown);
}

function schemaFile(document: unknown): string {
  const { schema } = document as { readonly schema?: unknown };
  const name = /^pawl\/([a-z-]+)@1$/u.exec(String(schema))?.[1];
  if (name === undefined) throw new Error(`not a document of a command: ${String(schema)}`);
  return name === 'verdict' ? 'packages/verdict/schema/verdict.schema.json' : `packages/cli/schema/${name}.schema.json`;
}
