import { describe, expect, it } from 'vitest';
import { CONFIG_FILE, defaultConfigText } from './default-config-text.ts';
import { parseConfig } from './parse-config.ts';
import { resolveConfig } from './resolve-config.ts';

describe('when the file for a new repository is written', () => {
  it.each([
    { target: 'main', acceptUnexamined: [] },
    { target: 'a"b', acceptUnexamined: ['**/*.rb', 'legacy/**'] },
    {
      target: 'main',
      acceptUnexamined: [],
      scanners: { semgrep: { rules: ['p/default', '.semgrep'] }, bandit: true, codeql: { languages: ['python'] } },
    },
  ])('means the defaults and what was asked: %j', async (asked) => {
    const written = await parseConfig(defaultConfigText(asked), CONFIG_FILE);
    expect(resolveConfig(written)).toEqual(resolveConfig(asked));
  });

  it('writes what was chosen as a person would, and where editors find the schema', () => {
    const scanners = { semgrep: { rules: ['p/default', '.semgrep'] }, bandit: true };
    const text = defaultConfigText({ schema: './x.json', target: 'main', acceptUnexamined: [], scanners });
    expect(text.split('\n')[1]).toBe('  "$schema": "./x.json",');
    expect(text).toContain(
      '  "scanners": {\n    "semgrep": { "rules": ["p/default", ".semgrep"] },\n    "bandit": true,\n  },\n}\n',
    );
  });

  it('shows values that can be uncommented as they stand', async () => {
    const text = defaultConfigText({ target: 'main', acceptUnexamined: [] }).replace(/\/\/ +(?=["}])/gu, '');
    const { limits, lock, drift, waivers, reviewers, scanners, people } = resolveConfig(
      await parseConfig(text, CONFIG_FILE),
    );
    const defaults = resolveConfig();
    expect({ ...defaults, limits, lock, drift, waivers, reviewers, people }).toEqual(defaults);
    expect(scanners).toEqual({
      javascript: true,
      python: true,
      secrets: true,
      semgrep: { rules: ['p/default'] },
      bandit: true,
      codeql: { languages: ['python'] },
      sarif: { mine: { command: ['mine', '--sarif', '{out}/log.sarif', '{files}'], result: 'log.sarif' } },
    });
  });
});
