import { DEFAULT_POLICY } from '@pawl/verdict';
import { describe, expect, it } from 'vitest';
import { readResolvedConfig } from './read-resolved-config.ts';
import { parseConfig } from './parse-config.ts';
import { resolveConfig } from './resolve-config.ts';

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('when a configuration is resolved', () => {
  it('has every default where there is no file', () => {
    expect(resolveConfig(undefined)).toEqual({
      target: 'main',
      exclude: [],
      acceptUnexamined: [],
      protect: [],
      limits: { maxFileBytes: 1_048_576, timeoutMs: 60_000, toolTimeoutMs: 600_000, toolMemoryBytes: 4_294_967_296 },
      lock: { expiresAfterDays: null },
      drift: { limit: 20 },
      waivers: { max: 20 },
      reviewers: [],
      people: 'report',
      sensitivity: 'default',
      policy: DEFAULT_POLICY,
      scanners: {
        javascript: true,
        python: true,
        secrets: true,
        semgrep: false,
        bandit: false,
        codeql: false,
        sarif: {},
      },
      securityTests: { find: true, suites: [] },
    });
  });

  it('writes suites in one order', () => {
    const suite = (name: string, ...files: readonly string[]) => ({ name, files, framework: 'jest' }) as const;
    const { securityTests } = resolveConfig({
      securityTests: { suites: [suite('b', 'y/**', 'x/**'), suite('a', 'z/**')] },
    });
    expect(securityTests).toEqual({ find: true, suites: [suite('a', 'z/**'), suite('b', 'x/**', 'y/**')] });
  });

  it('refuses a second suite of the same name, because a verdict could not tell them apart', async () => {
    const suite = '{ "name": "a", "files": ["x/**"], "framework": "jest" }';
    await expect(
      parseConfig(`{ "securityTests": { "suites": [${suite}, ${suite}] } }`, 'pawl.config.jsonc'),
    ).rejects.toThrow(/second suite called "a"/u);
  });

  it('overrides only what is written', () => {
    const { policy, people, limits } = resolveConfig({
      limits: { timeoutMs: 5000 },
      policy: { people: 'refuse', gate: 'regression', introduced: { medium: 'regression' } },
    });
    expect(people).toBe('refuse');
    expect(limits).toMatchObject({ maxFileBytes: 1_048_576, timeoutMs: 5000 });
    expect(policy).toEqual({
      ...DEFAULT_POLICY,
      gate: 'regression',
      introduced: {
        critical: 'regression',
        high: 'regression',
        medium: 'regression',
        low: 'escalated',
        info: 'escalated',
      },
    });
  });

  it('has whom to tell only where it is written, as it is written', () => {
    const notify = { repository: 'shop', channels: { desk: { kind: 'desktop' } } };
    expect(resolveConfig({ notify }).notify).toEqual(notify);
    expect(Object.keys(resolveConfig({}))).not.toContain('notify');
    expect(readResolvedConfig(again(resolveConfig({ notify }))).notify).toEqual(notify);
  });

  it('is the same JSON for globs in another order', () => {
    const one = resolveConfig({ exclude: ['b/**', 'a/**', 'b/**'] });
    expect(JSON.stringify(one)).toBe(JSON.stringify(resolveConfig({ exclude: ['a/**', 'b/**'] })));
  });

  it('is the same JSON for tools, rules and languages in another order', () => {
    const [one, two] = [{ command: ['one'] }, { command: ['two', 'b', 'a'] }];
    const first = resolveConfig({
      scanners: { semgrep: { rules: ['r/b', 'a.yml', 'r/b'] }, sarif: { two, one } },
    });
    const second = resolveConfig({ scanners: { sarif: { one, two }, semgrep: { rules: ['a.yml', 'r/b'] } } });
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(first.scanners.sarif).toEqual({ one: { command: ['one'] }, two: { command: ['two', 'b', 'a'] } });
  });

  it('cannot be changed afterwards', () => {
    const config = resolveConfig({ exclude: ['a/**'] });
    expect(() => (config.exclude as string[]).push('**')).toThrow(TypeError);
    expect(() => Object.assign(config.policy.introduced, { high: 'clean' })).toThrow(TypeError);
  });
});

describe('when a lock is read', () => {
  const config = resolveConfig({
    exclude: ['b/**', 'a/**'],
    policy: { gate: 'regression' },
    scanners: {
      semgrep: { rules: ['p/b', 'p/a'] },
      codeql: { languages: ['python'] },
      sarif: { x: { command: ['x'] } },
    },
  });

  it('gives back what was resolved, frozen', () => {
    const read = readResolvedConfig(again(config));
    expect(read).toEqual(config);
    expect(Object.isFrozen(read.policy.introduced)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a missing key', { ...config, people: undefined }],
    ['a missing part', { ...config, limits: { timeoutMs: 60_000 } }],
    ['a new key', { ...config, plugins: [] }],
    ['a silent policy', { ...config, policy: { ...config.policy, lostDefence: 'clean' } }],
    ['a missing severity', { ...config, policy: { ...config.policy, introduced: { critical: 'regression' } } }],
    ['globs out of order', { ...config, exclude: ['b/**', 'a/**'] }],
    ['a glob twice', { ...config, exclude: ['a/**', 'a/**'] }],
    ['a negated glob', { ...config, exclude: ['!a/**'] }],
    ['rules out of order', { ...config, scanners: { ...config.scanners, semgrep: { rules: ['p/b', 'p/a'] } } }],
    ['a tool that nobody knows', { ...config, scanners: { ...config.scanners, other: true } }],
    ['a tool that is not said to be off', { ...config, scanners: { ...config.scanners, codeql: undefined } }],
    ['a drift without a limit', { ...config, drift: {} }],
    ['an expiry that is not said to be none', { ...config, lock: {} }],
    ['a reviewer that is none', { ...config, reviewers: ['me'] }],
    ['channels that are none', { ...config, notify: [] }],
    ['a number as text', { ...config, limits: { ...config.limits, timeoutMs: '60000' } }],
  ])('refuses %s', (_, json) => {
    expect(() => readResolvedConfig(json === undefined ? undefined : again(json))).toThrow(
      expect.objectContaining({ name: 'ConfigError', code: 'invalid-locked-config' }),
    );
  });

  it('refuses a prototype that brings values', () => {
    const json: unknown = JSON.parse(`{ "__proto__": ${JSON.stringify(config)} }`);
    expect(() => readResolvedConfig(json)).toThrow(expect.objectContaining({ code: 'invalid-locked-config' }));
  });
});
