import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { requireValidator } from './validator.ts';

let validate: ValidateFunction | undefined;

/** What the official schema has against a log, formats included; nothing where it is one. */
export function schemaErrors(log: string): readonly string[] {
  validate ??= compileSchema();
  validate(JSON.parse(log));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function compileSchema(): ValidateFunction {
  const { schema } = requireValidator();
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as AnySchema);
}
