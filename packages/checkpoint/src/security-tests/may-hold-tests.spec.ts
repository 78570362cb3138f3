import { floorNeeds } from '@pawl/security-tests';
import { languageOf } from '@pawl/syntax';
import { expect, it } from 'vitest';
import { mayHoldTests } from './may-hold-tests.ts';

const FOLDERS = [
  '',
  'src/',
  'test/',
  'tests/',
  '__tests__/',
  'spec/',
  'e2e/',
  'security/',
  'testing/',
  'cypress/',
  'test_x/',
];
const MORE_FOLDERS = ['playwright/', 'unittest/', 'integration/', '__snapshots__/', 'a/b/'];
const NAMES = [
  ...['a.js', 'a.test.ts', 'a.spec.tsx', 'a.cy.js', 'a.e2e.ts', 'test-a.mjs', 'test_a.py', 'a_test.py', 'a_tests.py'],
  ...['tests.py', 'conftest.py', 'a_test.go', 'a.go', 'a.py', 'README.md', 'a.snap', 'a.js.snap', 'a.ambr'],
  ...['vitest.config.ts', 'vite.config.js', 'jest.config.json', 'karma.conf.js', '.mocharc.yml', 'mocha.opts'],
  ...['pytest.ini', '.pytest.ini', 'pyproject.toml', 'setup.cfg', 'tox.ini', 'package.json', '.nycrc', '.c8rc.json'],
  ...['.coveragerc', 'nyc.config.js', 'noxfile.py', 'Makefile', 'vitest.workspace.ts', 'playwright.config.ts'],
];

it('every file that has a floor has one of the words', () => {
  const paths = [...FOLDERS, ...MORE_FOLDERS].flatMap((folder) => NAMES.map((name) => folder + name));
  const owing = paths.filter((path) => floorNeeds(path, languageOf(path)) !== 'nothing');
  expect(owing.length).toBeGreaterThan(100);
  expect(owing.filter((path) => !mayHoldTests(path))).toEqual([]);
});
