import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scanText } from './scan-text.fixture.ts';

const cases = new URL('cases/', import.meta.url);

/** One folder is one case: `ok.<why>` has no findings, `stop.<why>` has exactly those of its hand-written `expected.json`. */
describe('when a file is scanned', () => {
  it.each(readdirSync(cases))('it judges %s', async (name) => {
    const folder = new URL(`${name}/`, cases);
    const [input] = readdirSync(folder).filter((file) => file.startsWith('input.'));
    const { findings, coverage } = await scanText(readFileSync(new URL(String(input), folder), 'utf8'), String(input));
    const expected: unknown = name.startsWith('ok.')
      ? []
      : JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    expect(coverage.notExamined).toEqual([]);
    expect(findings.map(({ rule, line, severity }) => ({ rule, line, severity }))).toEqual(expected);
    if (!name.startsWith('ok.')) expect(expected).not.toHaveLength(0);
  });
});
