import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { writtenRule } from './config-rules.ts';
import { parseConfig } from './parse-config.ts';

const schema: unknown = JSON.parse(readFileSync(new URL('../schema/pawl.config.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema as object);

const GOOD: readonly unknown[] = [
  {},
  { $schema: './x.json', target: 'release/1.x' },
  { exclude: ['**/fixtures/**', 'a/{b,c}/*.ts'], acceptUnexamined: ['**/*.rb'] },
  { exclude: [] },
  { limits: { maxFileBytes: 1024, timeoutMs: 1000 } },
  { limits: { maxFileBytes: 67_108_864, timeoutMs: 3_600_000 } },
  { policy: { people: 'refuse', introduced: { medium: 'regression' }, worsened: { info: 'escalated' } } },
  {
    policy: {
      severityTotal: 'escalated',
      lostDefence: 'regression',
      weakenedDefence: 'escalated',
      unguardedPath: 'regression',
      suppression: 'escalated',
      securityTestFailed: 'escalated',
      unreachable: 'regression',
      gate: 'regression',
      protectedPath: 'regression',
      unscannedCode: 'regression',
      lostCoverage: 'escalated',
    },
  },
  { scanners: { javascript: false, python: true, secrets: true } },
  { securityTests: {} },
  { securityTests: { find: false, suites: [] } },
  { securityTests: { suites: [{ name: 'api', files: ['test/security/**'], framework: 'vitest' }] } },
  {
    securityTests: {
      suites: [
        {
          name: 'a',
          files: ['a/*_test.go'],
          framework: 'go',
          command: ['go', 'test'],
          setup: ['go', 'mod', 'download'],
        },
        { name: 'b', files: ['b/**'], framework: 'pytest', link: ['.venv'] },
      ],
    },
  },
  { limits: { toolTimeoutMs: 21_600_000, toolMemoryBytes: 67_108_864 } },
  { lock: {}, drift: {}, waivers: {}, reviewers: [] },
  { lock: { expiresAfterDays: null }, drift: { limit: 0 }, waivers: { max: 0 } },
  { lock: { expiresAfterDays: 3650 }, drift: { limit: 1_000_000 }, waivers: { max: 1000 } },
  { reviewers: [`age1${'q'.repeat(58)}`, 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'] },
  { scanners: { semgrep: false, bandit: true, codeql: false, sarif: {} } },
  { scanners: { semgrep: { rules: ['p/default', 'rules/own.yml', 'rules', '.semgrep/x y.yml', 'a/..b'] } } },
  {
    scanners: {
      codeql: { languages: ['ruby', 'python'], suite: 'codeql/{language}-queries@~1.2.3:codeql-suites/x.qls' },
    },
  },
  { scanners: { sarif: { 'my-tool-2': { command: ['x', '-f', '{files}', '{out}/a.sarif'], result: 'a.sarif' } } } },
  {
    scanners: {
      sarif: {
        a: {
          command: ['x'],
          version: ['x', 'version'],
          rules: ['x.yml'],
          files: ['.php', 'Makefile'],
          okStatus: [0, 2],
        },
      },
    },
  },
  { scanners: { sarif: { a: { command: ['x'], scope: 'tree' }, 0: { command: ['/opt/x'] } } } },
];

const BAD: readonly unknown[] = [
  { securityTests: true },
  { securityTests: { find: 'no' } },
  { securityTests: { suites: {} } },
  ...[
    {},
    { name: 'a', files: [], framework: 'jest' },
    { name: 'a', files: ['x/**'] },
    { name: 'A b', files: ['x/**'], framework: 'jest' },
    { name: 'a', files: ['x/**'], framework: 'ava' },
    { name: 'a', files: ['x/**'], framework: 'jest', command: [] },
    { name: 'a', files: ['x/**'], framework: 'jest', setup: 'npm ci' },
    { name: 'a', files: ['x/**'], framework: 'jest', link: ['../node_modules'] },
    { name: 'a', files: ['x/**'], framework: 'jest', timeout: 5 },
  ].map((suite) => ({ securityTests: { suites: [suite] } })),
  null,
  [],
  'main',
  { targets: 'main' },
  { $schema: 1 },
  ...[
    '',
    'refs/heads/main',
    '-x',
    'a b',
    'a..b',
    'a.lock',
    'a/.b',
    '/a',
    'a/',
    'a//b',
    '@',
    'a@{1}',
    'a.',
    'a\\b',
    'a~1',
    'x'.repeat(201),
    1,
  ].map((target) => ({ target })),
  { exclude: '**/x' },
  ...['', '!x', '/x', './x', 'x/', '../x', 'a/../b', 'a\\b', '@(a)', 'a|b', '**/*', 'a\tb', 'x'.repeat(257), 1].map(
    (glob) => ({ exclude: [glob] }),
  ),
  { acceptUnexamined: ['!x'] },
  { limits: [] },
  { limits: { timeoutMs: 999 } },
  { limits: { timeoutMs: 1000.5 } },
  { limits: { maxFileBytes: '1024' } },
  { limits: { maxFileBytes: 67_108_865 } },
  { limits: { memory: 1 } },
  { lock: 30 },
  { lock: { expiresAfterDays: 0 } },
  { lock: { expiresAfterDays: 3651 } },
  { lock: { expiresAfterDays: '30' } },
  { lock: { expires: 30 } },
  { drift: { limit: -1 } },
  { drift: { limit: 0.5 } },
  { drift: { limit: null } },
  { waivers: { max: 1001 } },
  { waivers: { maximum: 1 } },
  { reviewers: 'age1' },
  ...['', `age1${'q'.repeat(57)}`, `age1${'q'.repeat(57)}b`, `AGE1${'Q'.repeat(58)}`, 'ssh-ed25519 AAAA', 1].map(
    (reviewer) => ({ reviewers: [reviewer] }),
  ),
  { policy: { people: 'ignore' } },
  { policy: { introduced: 'regression' } },
  { policy: { introduced: { severe: 'regression' } } },
  { policy: { introduced: { info: 'clean' } } },
  { policy: { suppression: 'clean' } },
  { policy: { gate: 'inconclusive' } },
  { policy: { lostdefence: 'regression' } },
  { scanners: { python: 'yes' } },
  { scanners: { go: true } },
  { limits: { toolTimeoutMs: 999 } },
  { limits: { toolMemoryBytes: 1024 } },
  { scanners: { semgrep: true } },
  { scanners: { semgrep: {} } },
  { scanners: { semgrep: { rules: [] } } },
  { scanners: { semgrep: { rules: 'p/default' } } },
  { scanners: { semgrep: { rules: ['p/default'], autofix: true } } },
  ...['', '/etc/x.yml', '--config=x', './x', '../x', 'a/../b', 'a//b', 'a/', 'a\\b', 'a\nb', 'x'.repeat(257), 1].map(
    (rule) => ({ scanners: { semgrep: { rules: [rule] } } }),
  ),
  { scanners: { bandit: {} } },
  { scanners: { codeql: {} } },
  { scanners: { codeql: { languages: [] } } },
  { scanners: { codeql: { languages: ['cobol'] } } },
  ...['', '-x', '../x', 'a b', 1].map((suite) => ({ scanners: { codeql: { languages: ['java'], suite } } })),
  { scanners: { sarif: [] } },
  ...['', 'A', 'a b', '-a', '__proto__x', 'x'.repeat(41)].map((name) => ({
    scanners: { sarif: { [name]: { command: ['x'] } } },
  })),
  { scanners: { sarif: { a: {} } } },
  { scanners: { sarif: { a: { command: [] } } } },
  { scanners: { sarif: { a: { command: 'x' } } } },
  { scanners: { sarif: { a: { command: [''] } } } },
  { scanners: { sarif: { a: { command: ['x\0'] } } } },
  ...['../a', '/a', 'a/b', '.a', ''].map((result) => ({ scanners: { sarif: { a: { command: ['x'], result } } } })),
  { scanners: { sarif: { a: { command: ['x'], scope: 'file' } } } },
  { scanners: { sarif: { a: { command: ['x'], version: [] } } } },
  { scanners: { sarif: { a: { command: ['x'], rules: ['../x'] } } } },
  { scanners: { sarif: { a: { command: ['x'], files: ['a/b'] } } } },
  { scanners: { sarif: { a: { command: ['x'], okStatus: [256] } } } },
  { scanners: { sarif: { a: { command: ['x'], okStatus: [] } } } },
];

const telling = (channel: object, more: object = {}): object => ({
  notify: { repository: 'acme/shop', channels: { team: channel }, ...more },
});
const HOOK = 'https://hooks.example.com/x';

const GOOD_NOTIFY: readonly object[] = [
  { notify: { repository: 'acme/shop', channels: {} } },
  telling({ kind: 'desktop' }, { inconclusive: true, budgetMs: 1000 }),
  telling({ kind: 'desktop', program: '/usr/bin/notify-send' }),
  telling({ kind: 'slack', url: { env: 'PAWL_SLACK_URL' } }),
  telling({ kind: 'teams', url: HOOK }),
  telling({ kind: 'webhook', url: 'http://127.0.0.1:8080/x', private: true }),
  telling({ kind: 'mail', from: 'pawl@example.com', to: ['security@example.com'], program: '/usr/sbin/sendmail' }),
  telling({ kind: 'github', project: 'acme/shop', token: { file: '/etc/pawl/token' }, issue: 7 }),
  telling({ kind: 'gitlab', project: 'a/b/c', token: { env: 'T' } }),
  telling({ kind: 'gitea', project: 'acme/shop', token: { env: 'T' }, api: 'https://git.example.com/api/v1' }),
];

const BAD_NOTIFY: readonly object[] = [
  { notify: {} },
  { notify: { channels: {} } },
  { notify: { repository: '<b>', channels: {} } },
  { notify: { repository: 'shop', channels: [] } },
  { notify: { repository: 'shop', channels: { Team: { kind: 'desktop' } } } },
  telling({ kind: 'desktop' }, { budgetMs: 31_000 }),
  telling({ kind: 'desktop' }, { inconclusive: 'yes' }),
  telling({ kind: 'desktop' }, { link: HOOK }),
  telling({ kind: 'pager' }),
  telling({ kind: 'desktop', program: 'notify-send' }),
  telling({ kind: 'slack' }),
  telling({ kind: 'slack', url: 'http://hooks.example.com/x' }),
  telling({ kind: 'slack', url: 'https://me:secret@hooks.example.com/x' }),
  telling({ kind: 'slack', url: { env: 'A', file: '/b' } }),
  telling({ kind: 'mail', from: 'pawl@example.com', to: [] }),
  telling({ kind: 'mail', from: '-oQ/tmp', to: ['a@example.com'] }),
  telling({ kind: 'github', project: 'acme', token: { env: 'T' } }),
  telling({ kind: 'github', project: 'acme/shop', token: 'ghp_1' }),
  telling({ kind: 'gitea', project: 'acme/shop', token: { env: 'T' } }),
];

describe('when editors check whom to tell by the schema', () => {
  it.each(GOOD_NOTIFY.map((value) => [JSON.stringify(value), value]))('takes %s, as Pawl does', async (text, value) => {
    await expect(parseConfig(text, 'pawl.config.jsonc')).resolves.toEqual(value);
    expect(validate(value)).toBe(true);
  });

  it.each(BAD_NOTIFY.map((value) => [JSON.stringify(value), value]))(
    'refuses %s, as Pawl does',
    async (text, value) => {
      await expect(parseConfig(text, 'pawl.config.jsonc')).rejects.toMatchObject({ code: 'invalid-config' });
      expect(validate(value)).toBe(false);
    },
  );
});

describe('when editors check the file by the schema', () => {
  it.each(GOOD.map((value) => [JSON.stringify(value), value]))('takes %s, as Pawl does', (_, value) => {
    expect(writtenRule(value, [])).toEqual([]);
    expect(validate(value)).toBe(true);
  });

  it.each(BAD.map((value) => [JSON.stringify(value), value]))('refuses %s, as Pawl does', (_, value) => {
    expect(writtenRule(value, [])).not.toEqual([]);
    expect(validate(value)).toBe(false);
  });
});
