import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';
import type { Files } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();
let validate: ValidateFunction;

beforeAll(async () => {
  // As whoever installs Pawl finds it.
  const file = createRequire(import.meta.url).resolve('@pawl/verdict/schema/verdict.schema.json');
  validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(await readFile(file, 'utf8')) as AnySchema);
});

const CASES: readonly (readonly [string, string, Files])[] = [
  ['clean', 'clean', { 'app.js': EDITED_JS }],
  ['regression', 'stopped', { 'app.js': UNGUARDED_JS }],
  ['inconclusive', 'inconclusive', { 'new.py': 'def f(:\n' }],
  ['escalated', 'stopped', { '.husky/pre-commit': 'true\n' }],
];

describe.each(CASES)('when the outcome is %s', (outcome, forAgents, files) => {
  it.each([
    ['human', outcome],
    ['agent', forAgents],
  ])('matches the published schema, for the %s', async (audience, expected) => {
    await shared().stage(files);
    const { stdout } = await shared().pawl(['check', '--tier', 'fast', '--format', 'json', '--audience', audience]);
    const answer = JSON.parse(stdout) as { outcome: string };
    expect(answer.outcome).toBe(expected);
    validate(answer);
    expect(validate.errors).toBeNull();
  });
});

describe('when something is not a verdict', () => {
  it.each([[{}], [{ schema: 'pawl/verdict@1', outcome: 'fine' }], [{ schema: 'pawl/verdict@2', outcome: 'clean' }]])(
    'does not match: %j',
    (answer) => {
      expect(validate(answer)).toBe(false);
    },
  );
});
