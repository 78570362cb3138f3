import { readFileSync } from 'node:fs';
import { resolveConfig } from '@pawl/config';
import type { PinningDoor } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { EMBEDDED, embeddedScanners, INSTALLED, installedTools } from './scanners.ts';

const everything = resolveConfig({
  scanners: {
    semgrep: { rules: ['rules.yml'] },
    bandit: true,
    codeql: { languages: ['python'] },
    sarif: { own: { command: ['own'] } },
  },
}).scanners;

/** Nothing is installed, and no file is there. */
const empty: PinningDoor = {
  run: () => Promise.resolve({ kind: 'failed', code: 'tool-missing', why: 'it was not found' }),
  readFile: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve([]),
};

describe.each(Object.entries(EMBEDDED))('the embedded scanner %s', (name, { tiers, load }) => {
  it('has its name, and says what it is by version and rules', async () => {
    const scanner = await load();
    expect(scanner.name).toBe(name);
    expect(scanner.version).toMatch(/^\d+\.\d+/u);
    expect(scanner.rulesDigest).toMatch(/^[0-9a-f]{64}$/u);
    expect(scanner.scope).toBe('file');
  });

  it('runs in the full tier, whatever else', () => {
    expect(tiers).toContain('full');
  });

  it('is for no folder of its own: both sides of a change lie in one', async () => {
    const scanner = await load();
    for (const file of ['a.py', 'a.js', 'a.txt']) expect(scanner.owes(`head/${file}`)).toBe(scanner.owes(file));
  });
});

describe('the installed tools', () => {
  it('are off by default', () => {
    expect(installedTools('full', resolveConfig().scanners)).toEqual([]);
  });

  it('have the keys of the configuration that are no engine of ours', () => {
    const keys = [...Object.keys(EMBEDDED), ...Object.keys(INSTALLED)].sort();
    expect(keys).toEqual(Object.keys(everything).sort());
  });

  it('are known by name', () => {
    expect(installedTools('full', everything).map(({ name }) => name)).toEqual([
      'semgrep',
      'bandit',
      'codeql',
      'sarif:own',
    ]);
  });

  it('do not run in the fast tier', () => {
    expect(installedTools('fast', everything)).toEqual([]);
  });

  it.each(installedTools('full', everything))(
    '$name is refused with what mends it where nothing is there',
    async (tool) => {
      const refused = { name: 'AdapterError', next: expect.stringMatching(/\w/u) as string };
      await expect(tool.pin(empty)).rejects.toMatchObject(refused);
    },
  );

  it.each(installedTools('full', everything))('$name has a package that says what it is', ({ name }) => {
    const folder = name.split(':', 1)[0] ?? '';
    const readme = readFileSync(new URL(`../../scanner-${folder}/README.md`, import.meta.url), 'utf8');
    expect(readme).toContain(`# @pawl/scanner-${folder}`);
  });
});

it('the fast tier loads secrets alone', async () => {
  expect((await embeddedScanners('fast', everything)).map(({ name }) => name)).toEqual(['secrets']);
});
