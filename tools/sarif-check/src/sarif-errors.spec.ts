import { writeSarif } from '@pawl/sarif';
import { describe, expect, it } from 'vitest';
import { needsValidator } from './needs-validator.ts';
import { runValidator } from './run-validator.ts';
import { sarifErrors } from './sarif-errors.ts';

needsValidator();

const log = (driver: object, results: readonly object[]): string =>
  JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  });
const good = writeSarif({ tool: { name: 'pawl', version: '0.1.0' }, results: [] });
const noName = log({}, []);
const badLevel = log({ name: 'x' }, [{ message: { text: 'x' }, level: 'bad' }]);
const nowhere = log({ name: 'x' }, [{ ruleId: 'R', message: { text: 'x' } }]);
const place = { artifactLocation: { uri: 'a.js' }, region: { startLine: 3, endLine: 2 } };
const backwards = log({ name: 'x' }, [
  { ruleId: 'R', message: { text: 'x' }, locations: [{ physicalLocation: place }] },
]);

describe('when logs are checked', { timeout: 60_000 }, () => {
  it('it tells good from bad, by the schema, by the validator and by what GitHub refuses', async () => {
    const errors = await sarifErrors({ badLevel, good, noName, nowhere, backwards });
    const told = new Set(errors.map((error) => error.split(' ').slice(0, 2).join(' ')));
    expect([...told].filter((error) => !error.includes('GH2012') && !error.includes('GH1018'))).toEqual([
      'badLevel: schema',
      'noName: schema',
      'nowhere: GH1015',
      'nowhere: GH1017',
      'backwards: SARIF1007',
    ]);
  });

  it('the validator alone says nothing of a log that it cannot load nor of any after it: hence the canaries', async () => {
    const { results } = await runValidator(
      new Map(Object.entries({ 'bad.sarif': badLevel, 'nowhere.sarif': nowhere })),
    );
    expect(results).toEqual([]);
  });

  it('it does not take what is no JSON for good', async () => {
    await expect(sarifErrors({ broken: '{"version":' })).rejects.toThrow(SyntaxError);
  });
});
