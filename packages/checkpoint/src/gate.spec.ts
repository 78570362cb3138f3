import { describe, expect, it } from 'vitest';
import { resolveConfig } from '@pawl/config';
import { gateChanges, isGateFile } from './gate.ts';

const version = (file: string, blob: string, text = '') => ({ kind: 'text', file, blob, text }) as const;
const config = resolveConfig();

describe('isGateFile', () => {
  it.each([
    'pawl.config.jsonc',
    '.husky/pre-commit',
    '.husky/pre-push',
    '.lintstagedrc.json',
    'web/lint-staged.config.mjs',
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
      { file: '.husky/pre-commit', change: 'deleted', protects: 'gate' },
    ]);
  });

  it('a hook that moved away is deleted where it was', () => {
    const files = [{ base: version('.husky/pre-commit', 'a'), head: version('hooks/pre-commit', 'a') }];
    expect(gateChanges(files, undefined, config)).toEqual([
      { file: '.husky/pre-commit', change: 'deleted', protects: 'gate' },
    ]);
  });

  it('says nothing of files that were there, uncommitted, when a person locked', () => {
    const files = [{ head: version('pawl.config.jsonc', 'a') }];
    expect(gateChanges(files, { 'pawl.config.jsonc': 'a' }, config)).toEqual([]);
    expect(gateChanges(files, { 'pawl.config.jsonc': 'b' }, config)).toEqual([
      { file: 'pawl.config.jsonc', change: 'modified', protects: 'gate' },
    ]);
    expect(gateChanges(files, {}, config)).toEqual([{ file: 'pawl.config.jsonc', change: 'added', protects: 'gate' }]);
  });

  it('says nothing of other files', () => {
    expect(gateChanges([{ base: version('a.js', 'a'), head: version('a.js', 'b') }], undefined, config)).toEqual([]);
  });

  it('C02 a new ignore file of a scanner is told, and so is one that goes', () => {
    const files = [{ head: version('src/.semgrepignore', 'a') }, { base: version('.bandit', 'b') }];
    expect(gateChanges(files, undefined, config)).toEqual([
      { file: '.bandit', change: 'deleted', protects: 'scanner' },
      { file: 'src/.semgrepignore', change: 'added', protects: 'scanner' },
    ]);
  });

  it('C02 of a file that holds much else only what a scanner reads counts', () => {
    const changed = (base: string, head: string) => [
      { base: version('pyproject.toml', 'a', base), head: version('pyproject.toml', 'b', head) },
    ];
    const name = '[project]\nname = "a"\n';
    expect(gateChanges(changed(name, name.replace('a', 'b')), undefined, config)).toEqual([]);
    expect(gateChanges(changed(name, `${name}[tool.bandit]\nskips = ["B605"]\n`), undefined, config)).toEqual([
      { file: 'pyproject.toml', change: 'added', protects: 'scanner' },
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
