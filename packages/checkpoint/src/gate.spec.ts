import { describe, expect, it } from 'vitest';
import { gateChanges, isGateFile } from './gate.ts';

const version = (file: string, blob: string) => ({ kind: 'text', file, blob, text: '' }) as const;

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
    expect(gateChanges([{ base: version('.husky/pre-commit', 'a') }], undefined)).toEqual([
      { file: '.husky/pre-commit', change: 'deleted' },
    ]);
  });

  it('a hook that moved away is deleted where it was', () => {
    const files = [{ base: version('.husky/pre-commit', 'a'), head: version('hooks/pre-commit', 'a') }];
    expect(gateChanges(files, undefined)).toEqual([{ file: '.husky/pre-commit', change: 'deleted' }]);
  });

  it('says nothing of files that were there, uncommitted, when a person locked', () => {
    const files = [{ head: version('pawl.config.jsonc', 'a') }];
    expect(gateChanges(files, { 'pawl.config.jsonc': 'a' })).toEqual([]);
    expect(gateChanges(files, { 'pawl.config.jsonc': 'b' })).toEqual([
      { file: 'pawl.config.jsonc', change: 'modified' },
    ]);
    expect(gateChanges(files, {})).toEqual([{ file: 'pawl.config.jsonc', change: 'added' }]);
  });

  it('says nothing of other files', () => {
    expect(gateChanges([{ base: version('a.js', 'a'), head: version('a.js', 'b') }], undefined)).toEqual([]);
  });
});
