import { describe, expect, it } from 'vitest';
import { resolveConfig } from '@pawl/config';
import { gateChanges, isGateFile } from './gate.ts';

const version = (file: string, blob: string, text = `${blob}\n`) => ({ kind: 'text', file, blob, text }) as const;
const config = resolveConfig();

describe('isGateFile', () => {
  it.each([
    'pawl.config.jsonc',
    '.husky/pre-commit',
    '.husky/pre-push',
    '.lintstagedrc.json',
    'web/lint-staged.config.mjs',
    'pawl.contracts.jsonc',
    '.githooks/pre-push',
    'lefthook.yml',
    '.claude/settings.json',
  ])('knows %s', (path) => {
    expect(isGateFile(path)).toBe(true);
  });

  it.each(['src/pawl.config.jsonc', '.husky/_/h', 'docs/husky.md'])('does not take %s for one', (path) => {
    expect(isGateFile(path)).toBe(false);
  });
});

describe('gateChanges', () => {
  it('H03 a deleted hook is a change to the gate', () => {
    expect(gateChanges([{ base: version('.husky/pre-commit', 'a') }], undefined, config)).toEqual([
      { file: '.husky/pre-commit', change: 'deleted', protects: 'gate', rule: 'gate-hook' },
    ]);
  });

  it('H04 a hook that may no longer be run is told, though it says the same', () => {
    const file = (path: string) => ({ base: version(path, 'a'), head: version(path, 'a'), isDisarmed: true });
    const [rule, what] = ['gate-hook', 'It can no longer be run: its permission to execute was taken away.'];
    for (const hook of ['.husky/pre-commit', '.githooks/pre-push', '.lefthook/pre-commit/scan.sh'])
      expect(gateChanges([file(hook)], undefined, config)).toEqual([
        { file: hook, change: 'modified', protects: 'gate', rule, what },
      ]);
    expect(gateChanges([file('.husky/pre-commit')], { '.husky/pre-commit': 'a' }, config)).toHaveLength(1);
    expect(gateChanges([file('scripts/build.sh')], undefined, config)).toEqual([]);
  });

  it('H04 a hook that may be run now lost nothing', () => {
    const files = [{ base: version('.husky/pre-commit', 'a'), head: version('.husky/pre-commit', 'a') }];
    expect(gateChanges(files, undefined, config)).toEqual([]);
  });

  it('a hook that moved away is deleted where it was', () => {
    const files = [{ base: version('.husky/pre-commit', 'a'), head: version('scripts/pre-commit', 'a') }];
    expect(gateChanges(files, undefined, config)).toEqual([
      { file: '.husky/pre-commit', change: 'deleted', protects: 'gate', rule: 'gate-hook' },
    ]);
  });

  it('says nothing of files that were there, uncommitted, when a person locked', () => {
    const files = [{ head: version('pawl.config.jsonc', 'a') }];
    expect(gateChanges(files, { 'pawl.config.jsonc': 'a' }, config)).toEqual([]);
    expect(gateChanges(files, { 'pawl.config.jsonc': 'b' }, config)).toEqual([
      { file: 'pawl.config.jsonc', change: 'modified', protects: 'gate', rule: 'gate-configuration' },
    ]);
    expect(gateChanges(files, {}, config)).toEqual([
      { file: 'pawl.config.jsonc', change: 'added', protects: 'gate', rule: 'gate-configuration' },
    ]);
  });

  it('says nothing of another way to write the same', () => {
    const changed = (base: string, head: string) => [
      { base: version('pawl.config.jsonc', 'a', base), head: version('pawl.config.jsonc', 'b', head) },
    ];
    expect(gateChanges(changed('{"a": 1}', '{ // why\n  "a": 1,\n}'), undefined, config)).toEqual([]);
    expect(gateChanges(changed('{"a": 1}', '{"a": 2}'), undefined, config)).toHaveLength(1);
  });

  it('a file that cannot be read as a text is never the same', () => {
    const link = (blob: string) => ({ kind: 'not-text', file: '.husky/pre-commit', blob }) as const;
    expect(gateChanges([{ base: link('a'), head: link('b') }], undefined, config)).toHaveLength(1);
    expect(gateChanges([{ base: version('.husky/pre-commit', 'a'), head: link('b') }], undefined, config)).toHaveLength(
      1,
    );
  });

  it('a workflow that only got another name lost nothing, and one that moved out of the folder did', () => {
    const text = 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n';
    const moved = (to: string) => [
      { base: version('.github/workflows/a.yml', 'a', text), head: version(to, 'a', text) },
    ];
    expect(gateChanges(moved('.github/workflows/ci.yaml'), undefined, config)).toEqual([]);
    expect(gateChanges(moved('old/a.txt'), undefined, config)).toMatchObject([
      { file: '.github/workflows/a.yml', change: 'deleted', rule: 'weakened-pipeline' },
    ]);
  });

  it('a lock file is missed only where neither its project went nor another lock file came', () => {
    const lock = { base: version('web/package-lock.json', 'a', '{"packages":{"node_modules/a":{"version":"1.0.0"}}}') };
    const told = (more: Parameters<typeof gateChanges>[0]) =>
      gateChanges([lock, ...more], undefined, config).map(({ file }) => file);
    expect(told([])).toEqual(['web/package-lock.json']);
    expect(told([{ head: version('pnpm-lock.yaml', 'b', 'lockfileVersion: 9\n') }])).toEqual(['web/package-lock.json']);
    expect(told([{ head: version('web/pnpm-lock.yaml', 'b', 'lockfileVersion: 9\n') }])).toEqual([]);
    expect(told([{ base: version('web/package.json', 'b', '{}') }])).toEqual([]);
  });

  it('says nothing of other files', () => {
    expect(gateChanges([{ base: version('a.js', 'a'), head: version('a.js', 'b') }], undefined, config)).toEqual([]);
  });

  it('C02 a new ignore file of a scanner is told, and so is one that goes', () => {
    const files = [{ head: version('src/.semgrepignore', 'a') }, { base: version('.bandit', 'b') }];
    expect(gateChanges(files, undefined, config)).toEqual([
      { file: '.bandit', change: 'deleted', protects: 'scanner', rule: 'scanner-settings' },
      { file: 'src/.semgrepignore', change: 'added', protects: 'scanner', rule: 'scanner-settings' },
    ]);
  });

  it('C02 of a file that holds much else only what a scanner reads counts', () => {
    const changed = (base: string, head: string) => [
      { base: version('pyproject.toml', 'a', base), head: version('pyproject.toml', 'b', head) },
    ];
    const name = '[project]\nname = "a"\n';
    expect(gateChanges(changed(name, name.replace('a', 'b')), undefined, config)).toEqual([]);
    expect(gateChanges(changed(name, `${name}[tool.bandit]\nskips = ["B605"]\n`), undefined, config)).toEqual([
      { file: 'pyproject.toml', change: 'modified', protects: 'scanner', rule: 'scanner-settings' },
    ]);
  });

  it('C04 a rule file that Pawl itself runs is no setting: its rules are compared one by one', () => {
    const files = [{ head: version('.semgrep/own.yml', 'a') }];
    const own = resolveConfig({ scanners: { semgrep: { rules: ['.semgrep'] } } });
    expect(gateChanges(files, undefined, config)).toHaveLength(1);
    expect(gateChanges(files, undefined, own)).toEqual([]);
  });

  it('E10 a configuration adds to the protected files and takes none away', () => {
    const files = ['Dockerfile', 'config/roles.yml', 'config/names.yml'].map((file) => ({ head: version(file, 'a') }));
    const own = resolveConfig({ protect: ['config/roles.yml'] });
    expect(gateChanges(files, undefined, own).map(({ file, protects }) => [file, protects])).toEqual([
      ['Dockerfile', 'deployment'],
      ['config/roles.yml', 'deployment'],
    ]);
    expect(gateChanges(files, undefined, config)).toHaveLength(1);
  });
});
