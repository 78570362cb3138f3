import { describe, expect, it } from 'vitest';
import { checkoutOf } from './locked-files.ts';
import type { TreeFile } from './tree-file.ts';

const inSuite = (file: string): boolean => file.startsWith('guards/');

function treeOf(files: Readonly<Record<string, string>>): readonly TreeFile[] {
  return Object.entries(files).map(([file, content]) => ({ file, content }));
}

function checkout(
  locked: Readonly<Record<string, string>>,
  judged: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    checkoutOf(treeOf(locked), treeOf(judged), inSuite).map(({ file, content }) => [file, content]),
  );
}

describe('when the locked tests are laid over a judged tree', () => {
  it.each([
    'guards/a.py',
    'src/a.test.ts',
    'tests/helpers.py',
    'conftest.py',
    'app/conftest.py',
    'pytest.ini',
    'vitest.config.ts',
    'vitest.workspace.ts',
    'jest.config.js',
    'jest.setup.ts',
    '.mocharc.json',
    '.babelrc',
    'babel.config.cjs',
    'tsconfig.json',
    'sitecustomize.py',
    'lib/usercustomize.py',
    'evil.pth',
    '.npmrc',
    'node_modules/vitest/vitest.mjs',
    '.venv/bin/python',
    'src/__mocks__/auth.ts',
    'pkg/testdata/a.json',
  ])('%s is the locked one, and not there where nothing is locked', (file) => {
    expect(checkout({ [file]: 'locked' }, { [file]: 'judged' })).toEqual({ [file]: 'locked' });
    expect(checkout({}, { [file]: 'judged' })).toEqual({});
    expect(checkout({ [file]: 'locked' }, {})).toEqual({ [file]: 'locked' });
  });

  it.each([
    'src/auth.ts',
    'security/policy.py',
    'app/latest/a.py',
    'contest.py',
    'go.mod',
    'package-lock.json',
    'src/attest.ts',
  ])('%s is the judged one', (file) => {
    expect(checkout({ [file]: 'locked' }, { [file]: 'judged' })).toEqual({ [file]: 'judged' });
    expect(checkout({ [file]: 'locked' }, {})).toEqual({});
  });

  it.each(['app/__pycache__/auth.cpython-311.pyc', 'auth.pyc'])('%s is never there', (file) => {
    expect(checkout({ [file]: 'locked' }, { [file]: 'judged' })).toEqual({});
  });

  it('package.json keeps its dependencies and loses its say over tests', () => {
    const locked = { 'package.json': '{"jest":{"bail":1},"scripts":{"test":"jest"},"dependencies":{"a":"1"}}' };
    const judged = {
      'package.json':
        '{"type":"module","jest":{"testMatch":[]},"scripts":{"test":"true"},"mocha":{"spec":"x"},"dependencies":{"a":"2"}}',
    };
    expect(JSON.parse(String(checkout(locked, judged)['package.json']))).toEqual({
      type: 'module',
      dependencies: { a: '2' },
      jest: { bail: 1 },
      scripts: { test: 'jest' },
    });
  });

  it('pyproject.toml keeps its project and loses its settings and plugins of pytest', () => {
    const locked = { 'pyproject.toml': '[project]\nname = "old"\n\n[tool.pytest.ini_options]\naddopts = "-q"\n' };
    const judged = {
      'pyproject.toml':
        '[project]\nname = "new"\n\n[project.entry-points.pytest11]\nevil = "app.evil"\n\n[tool.pytest.ini_options]\naddopts = "-p app.evil"\n\n[tool.ruff]\nline-length = 100\n',
    };
    expect(checkout(locked, judged)['pyproject.toml']).toBe(
      '[project]\nname = "new"\n[tool.ruff]\nline-length = 100\n[tool.pytest.ini_options]\naddopts = "-q"\n',
    );
  });

  it('tox.ini loses a section that the locked one does not have', () => {
    expect(checkout({}, { 'tox.ini': '[tox]\nenvlist = py3\n[pytest]\naddopts = -k nothing\n' })['tox.ini']).toBe(
      '[tox]\nenvlist = py3\n',
    );
  });
});
