import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasCode } from './has-code.ts';

function workspaceOf(files: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'pawl-nx-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const path of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
  return root;
}

const NO_PROJECTS: ReadonlySet<string> = new Set();

describe('when a project is looked at', () => {
  it.each([
    ['one/a.md', false],
    ['one/a.go', true],
    ['one/very/deep/down/a.py', true],
    ['one/node_modules/left-pad/index.js', false],
    ['one/.venv/lib/a.py', false],
  ])('%s makes it one with code: %j', (path, expected) => {
    expect(hasCode(workspaceOf([path]), 'one', NO_PROJECTS)).toBe(expected);
  });

  it('what lies in another project is not its own', () => {
    const root = workspaceOf(['one/two/a.js']);
    expect(hasCode(root, 'one', new Set(['one', 'one/two']))).toBe(false);
    expect(hasCode(root, '.', new Set(['one']))).toBe(false);
    expect(hasCode(root, '.', NO_PROJECTS)).toBe(true);
  });

  it('a link leads nowhere, not even in a circle', () => {
    const root = workspaceOf(['one/a.md', 'two/a.js']);
    symlinkSync('../two', join(root, 'one/two'));
    symlinkSync('.', join(root, 'one/one'));
    expect(hasCode(root, 'one', NO_PROJECTS)).toBe(false);
  });

  it('a folder that cannot be looked into may hold anything', () => {
    expect(hasCode(workspaceOf([]), 'gone', NO_PROJECTS)).toBe(true);
  });

  it('so may one with more folders than are worth the look', () => {
    const folders = Array.from({ length: 1000 }, (_, index) => `one/${index}/a.txt`);
    expect(hasCode(workspaceOf(folders.slice(0, 10)), 'one', NO_PROJECTS)).toBe(false);
    expect(hasCode(workspaceOf(folders), 'one', NO_PROJECTS)).toBe(true);
  });
});
