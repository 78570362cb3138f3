import { basename } from 'node:path';
import type { Result, Run } from 'sarif';
import { runValidator } from './run-validator.ts';
import { schemaErrors } from './schema-errors.ts';
import { ValidatorError } from './validator-error.ts';

/**
 * What the official schema and Microsoft's validator have against logs, the latter by its own rules and by those that GitHub's
 * code scanning ingests by. All logs go through one process, because it takes seconds to start.
 *
 * @throws ValidatorError where it is not known whether the logs are good.
 */
export async function sarifErrors(logs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const checked = Object.entries(logs).map(([name, text]) => ({ name, text, errors: schemaErrors(text) }));
  const againstSchema = checked.flatMap(({ name, errors }) => errors.map((error) => `${name}: schema ${error}`));
  const wellFormed = checked.filter(({ errors }) => errors.length === 0);
  if (wellFormed.length === 0) return againstSchema;
  const run = await runValidator(withCanaries(wellFormed));
  const told = errorsByFile(run);
  return [
    ...againstSchema,
    ...wellFormed.flatMap(({ name }, index) => {
      requireCanary(told, index, name);
      return (told.get(`${index}.sarif`) ?? []).map((error) => `${name}: ${error}`);
    }),
  ];
}

/**
 * A log that the validator cannot load (a level that is none) silences it: exit status 0, "scanned", and not a word
 * about that log nor any after it. So each log is followed by one that it must complain of.
 */
const CANARY = JSON.stringify({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'canary' } }, results: [{ ruleId: 'canary', message: { text: 'is nowhere' } }] }],
});

function withCanaries(logs: readonly { readonly text: string }[]): ReadonlyMap<string, string> {
  return new Map(
    logs.flatMap(({ text }, index) => [
      [`${index}.sarif`, text],
      [`${index}-canary.sarif`, CANARY],
    ]),
  );
}

function requireCanary(told: ReadonlyMap<string, readonly string[]>, index: number, name: string): void {
  const isSinging = told.get(`${index}-canary.sarif`)?.some((error) => error.startsWith('GH1015 '));
  if (!isSinging) throw new ValidatorError('not-all-read', `the validator fell silent at ${name}`);
}

function errorsByFile({ results = [] }: Run): ReadonlyMap<string, readonly string[]> {
  const byFile = new Map<string, string[]>();
  for (const result of results.filter(({ level }) => level === 'error')) {
    const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
    const file = basename(artifactLocation?.uri ?? '');
    byFile.set(file, [...(byFile.get(file) ?? []), `${result.ruleId} line ${region?.startLine}: ${said(result)}`]);
  }
  return byFile;
}

function said({ message: { text, arguments: values = [] } }: Result): string {
  return text ?? values.join(' | ');
}
