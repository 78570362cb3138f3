import { describe, expect, it } from 'vitest';
import { judgeOf, type SecurityTestSettings } from '../index.ts';
import { floorsOf } from '../testing/floors-of.ts';

const JS = `it('works', () => { expect(f()).toBe(1); });`;
const PY = 'def test_works():\n    assert f() == 1\n';
const GO = 'package a\n\nimport "testing"\n\nfunc TestWorks(t *testing.T) {\n\tif f() != 1 {\n\t\tt.Fatal()\n\t}\n}\n';

async function gradeOf(file: string, text: string, settings: SecurityTestSettings = {}): Promise<string | undefined> {
  const judge = judgeOf(settings);
  const [floor] = await floorsOf({ [file]: text }, judge);
  const test = floor?.tests[0];
  return floor === undefined || test === undefined ? 'no test' : judge.gradeOf(floor, test);
}

describe('when a test is a security test', () => {
  it.each([
    ['test/security/a.test.js', JS],
    ['tests/security/test_a.py', PY],
    ['src/__tests__/security/a.ts', JS],
    ['src/auth.security.test.ts', JS],
    ['src/auth.security.spec.tsx', JS],
    ['tests/test_security_headers.py', PY],
    ['pkg/http/headers_security_test.go', GO],
    ['pkg/http/security_test.go', GO],
    ['tests/test_a.py', `import pytest\n\n@pytest.mark.security\n${PY}`],
    ['tests/test_a.py', `import pytest\npytestmark = [pytest.mark.security, pytest.mark.slow]\n${PY}`],
    ['tests/test_a.py', 'class TestSecurity:\n    def test_a(self):\n        assert f() == 1\n'],
    [
      'tests/test_a.py',
      'class LoginSecurityTest(TestCase):\n    def test_a(self):\n        self.assertEqual(f(), 1)\n',
    ],
    ['src/a.test.ts', `describe('login [security]', () => { ${JS} });`],
    ['src/a.test.ts', JS.replace('works', 'works @security')],
    ['src/a.test.ts', `it('works', { tags: ['security'] }, () => { expect(f()).toBe(1); });`],
    ['pkg/a_test.go', GO.replace('TestWorks', 'TestSecurityHeaders')],
  ])('%s is one by convention', async (file, text) => {
    expect(await gradeOf(file, text)).toBe('security');
    expect(await gradeOf(file, text, { find: false })).not.toBe('security');
  });

  it('the globs of a suite make any file one', async () => {
    const suites = [{ name: 'guards', files: ['checks/**/*.js'], framework: 'node' }] as const;
    expect(await gradeOf('checks/deep/a.js', JS, { suites, find: false })).toBe('security');
    expect(await gradeOf('test/a.test.js', JS, { suites, find: false })).toBeUndefined();
  });

  it.each([
    'rejects an expired token',
    'escapes html in names',
    'returns 403 for members',
    'prevents path traversal',
    'denies anonymous access',
  ])('%s says that it guards something', async (title) => {
    expect(await gradeOf('src/a.test.ts', JS.replace('works', title))).toBe('guarding');
  });

  it.each(['works', 'renders the login button', 'parses a token', 'rejects promise on error', 'sorts by role'])(
    '%s does not',
    async (title) => {
      expect(await gradeOf('src/a.test.ts', JS.replace('works', title))).toBeUndefined();
    },
  );
});
