import { resolveConfig } from '@pawl/config';
import { describe, expect, it } from 'vitest';
import { ruleFaults } from './rule-faults.ts';

const rules = (severity: string, more = ''): string =>
  `rules:\n  - id: a\n    languages: [python]\n    severity: ${severity}\n    message: m\n    pattern: f($X)\n${more}`;
const version = (file: string, text: string) => ({ kind: 'text', file, blob: text, text }) as const;
const settings = resolveConfig({
  scanners: {
    semgrep: { rules: ['./security/', 'p/default'] },
    sarif: { mine: { command: ['mine'], rules: ['mine.json'] } },
  },
});
const changed = (file: string, base: string, head?: string) => [
  { base: version(file, base), ...(head === undefined ? {} : { head: version(file, head) }) },
];
const told = async (files: ReturnType<typeof changed>) => (await ruleFaults(files, settings)).map(({ code }) => code);

describe('C04 when rules of the repository change', () => {
  it.each([
    ['one counts for less', changed('security/a.yml', rules('ERROR'), rules('INFO')), 'rules-changed'],
    ['they are deleted', changed('security/a.yml', rules('ERROR')), 'rules-changed'],
    ['they are no rules any more', changed('security/a.yml', rules('ERROR'), 'rules: ['), 'rules-broken'],
    ['those of another tool are other ones', changed('mine.json', '{}', '{ "a": 1 }'), 'rules-changed'],
  ])('it cannot tell, when %s', async (_, files, code) => {
    expect(await told(files)).toEqual([code]);
  });

  it('it says which, and what mends it', async () => {
    expect(await ruleFaults(changed('security/a.yml', rules('ERROR'), rules('INFO')), settings)).toMatchObject([
      { message: expect.stringMatching(/look for something else: a$/u), next: expect.stringContaining('pawl lock') },
    ]);
  });

  it.each([
    [
      'there is one more',
      changed('security/a.yml', rules('INFO'), rules('INFO', rules('INFO').slice(7).replace('a', 'b'))),
    ],
    ['they are in nobody’s rules', changed('notes/a.yml', rules('ERROR'))],
    ['a test of a rule changes', changed('security/a.test.yml', rules('ERROR'))],
  ])('it has nothing to say, when %s', async (_, files) => {
    expect(await told(files)).toEqual([]);
  });

  it('it has nothing to say where a rule file moves', async () => {
    const files = [{ base: version('security/a.yml', rules('INFO')), head: version('security/b.yml', rules('INFO')) }];
    expect(await ruleFaults(files, settings)).toEqual([]);
  });
});
