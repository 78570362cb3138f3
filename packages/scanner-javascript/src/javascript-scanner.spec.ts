import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { javascriptScanner } from './javascript-scanner.ts';
import { RULES } from './rules.ts';
import { scanText } from './scan-text.fixture.ts';
import { TOOLS } from './tools.ts';

/** Some of these packages do not export their manifest. */
function manifestOf(name: string): unknown {
  if (name === '@pawl/scanner-javascript')
    return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const roots = ['../', '../../../'].map((up) => new URL(`${up}node_modules/${name}/package.json`, import.meta.url));
  return JSON.parse(readFileSync(roots.find((root) => existsSync(root)) as URL, 'utf8'));
}

describe('when the adapter is asked what it is', () => {
  it.each(Object.entries(TOOLS))('it names the version of %s that is installed', (name, version) => {
    expect(manifestOf(name)).toMatchObject({ version });
  });

  // Every lock pins this digest: a change here makes people lock anew, so it is made on purpose.
  it('it keeps the digest of its rules', () => {
    expect(javascriptScanner.rulesDigest).toBe('031e2036cf639b30e70ef3d00c02aaaca6f60fec97775d9fd2c3e762a45e2b34');
  });

  it.each(['a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.ts', 'a.mts', 'a.cts', 'a.TSX', 'node_modules/a.min.js', 'a.d.ts'])(
    'it is owed %s',
    (file) => {
      expect(javascriptScanner.owes(file)).toBe(true);
    },
  );

  it.each(['a.json', 'a.vue', 'js', 'a.constructor', 'a.js.map', 'a.py'])('it is not owed %s', (file) => {
    expect(javascriptScanner.owes(file)).toBe(false);
  });
});

describe('when a rule is in the table', () => {
  it('it has an id of its own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(RULES)('it gives $id a severity, a CWE and a sentence', async ({ cwe, message }) => {
    expect(cwe.every((id) => /^CWE-\d+$/u.test(id))).toBe(true);
    expect(message).toMatch(/^.+\.$/u);
    expect((await scanText('')).coverage.examined).toHaveLength(1);
  });
});

describe('when the output is not what was asked for', () => {
  const request = { files: [{ file: 'a.js', blob: 'b', text: '' }] };

  it('it is refused', () => {
    expect(() => javascriptScanner.read([], request)).toThrow('one result for each file');
    expect(() => javascriptScanner.read([{ kind: 'examined', hits: [{ rule: 'invented' }] }], request)).toThrow(
      'invented',
    );
  });
});
