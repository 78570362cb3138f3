import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { saidBy, suiteOf } from '../testing/suite-of.ts';

/** Where `tools/scanners/install.mjs` puts Python tools. */
const scanners = process.env['PAWL_SCANNERS'] ?? fileURLToPath(new URL('../../../../.pawl-scanners', import.meta.url));
const python = join(scanners, 'bin/python');
const isThere = existsSync(join(scanners, 'bin/pytest'));

const SUITE = { files: ['tests/security/**'], framework: 'pytest', command: [python] } as const;

const LOCKED = {
  'pytest.ini': '[pytest]\naddopts = -q\n',
  'conftest.py': '',
  'app/__init__.py': '',
  'app/tokens.py': `def read(token):
    if not token.endswith(".signed"):
        raise ValueError("bad signature")
    return token
`,
  'tests/security/test_tokens.py': `import pytest
from app.tokens import read


@pytest.mark.parametrize("token", ["", "a.b", "a.b.forged"])
def test_forged_tokens(token):
    with pytest.raises(ValueError, match="signature"):
        read(token)


class TestSigned:
    def test_is_read(self):
        assert read("a.signed") == "a.signed"
`,
};

const OPEN = 'def read(token):\n    return token\n';

it.runIf(process.env['CI'] && !isThere)('pytest is there, because in CI nothing is skipped', () => {
  expect.fail('not installed: pytest; run `node tools/scanners/install.mjs`');
});

describe.skipIf(!isThere)('when the locked tests run with pytest (tools/scanners/install.mjs installs it)', () => {
  it('they pass on what was locked', async () => {
    expect(await suiteOf(SUITE, LOCKED)).toEqual({ kind: 'passed', suite: 'guards', ran: 4 });
  });

  it('a check that is gone fails them', async () => {
    expect(await suiteOf(SUITE, LOCKED, { 'app/tokens.py': OPEN })).toMatchObject({
      kind: 'failed',
      findings: [{ rule: 'security-test-failed', location: { symbol: 'test_forged_tokens' } }],
    });
  });
});

describe.skipIf(!isThere)('T04: when the judged tree fakes a pass', () => {
  const tricks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a conftest that patches results': {
      'conftest.py': `import pytest

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    outcome.get_result().outcome = "passed"
`,
    },
    'a conftest beside the tests that prints PASS': {
      'tests/security/conftest.py': `import os\nprint("4 passed in 0.01s")\nos._exit(0)\n`,
    },
    'os._exit(0) on import': { 'app/tokens.py': `import os\nprint("====== 4 passed in 0.01s ======")\nos._exit(0)\n` },
    'sys.exit(0) on import': { 'app/tokens.py': 'import sys\nsys.exit(0)\n' },
    'a sitecustomize': { 'sitecustomize.py': 'import os\nos._exit(0)\n' },
    'a pytest of its own': {
      'pytest.py': 'def main(*args, **more):\n    return 0\n\ndef hookimpl(**more):\n    return lambda f: f\n',
    },
    'options that choose no tests': { 'pytest.ini': '[pytest]\naddopts = -q -k nothing\n' },
    'a plugin in the options': {
      'pytest.ini': '[pytest]\naddopts = -p app.plugin\n',
      'app/plugin.py': 'def pytest_collection_modifyitems(items):\n    items[:] = []\n',
    },
    'a pyproject that leaves tests out': {
      'pyproject.toml': '[tool.pytest.ini_options]\naddopts = "--ignore=tests"\n',
    },
    'a pyproject that speaks in dotted keys': {
      'pyproject.toml': '[tool]\npytest.ini_options = { addopts = "--ignore=tests" }\n',
    },
    'a junit report that lies there': {
      'report.xml': '<testsuite tests="4" failures="0"/>',
      'app/tokens.py': 'import os\nos._exit(0)\n',
    },
  };

  it.each(Object.entries(tricks))('%s does not make it pass', async (_name, changes) => {
    expect((await suiteOf(SUITE, LOCKED, { 'app/tokens.py': OPEN, ...changes })).kind).not.toBe('passed');
  });

  it('PYTEST_ADDOPTS of ours does not reach it', async () => {
    const environment = { ...process.env, PYTEST_ADDOPTS: '-k nothing', PYTHONPATH: '/nowhere' };
    expect(saidBy(await suiteOf(SUITE, LOCKED, {}, { workTree: '/tmp/', environment }))).toBe('passed');
  });

  it('code that ends a test before its assertion does not make it pass', async () => {
    const ends = `import pytest\n\ndef read(token):\n    if token.endswith(".signed"):\n        pytest.skip("not today")\n    raise ValueError("bad signature")\n`;
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'app/tokens.py': ends }))).toBe('security-test-missing');
  });
});
