import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import { monorepo, PLANTED_JS, PLANTED_PY } from './support/monorepo.ts';
import { describeWithScanners, installInstead, programOf } from './support/real-scanners.ts';
import { mustSucceed } from './support/run.ts';
import { logFile, logOf, resultOf } from './support/sarif-log.ts';
import {
  expectClean,
  expectCouldNotTell,
  expectEscalated,
  expectStopped,
  judge,
  sharedScannedProject,
} from './support/scanned-project.ts';
import { GUARDED_JS } from './support/sources.ts';

const FILES = await monorepo();
const textIn = (path: string): string => String(FILES[path]);
const HARMLESS = { 'new.py': 'x = 1\n', 'new.js': 'export const x = 1;\n' };
const PLANTED = { 'planted.py': PLANTED_PY, 'planted.js': PLANTED_JS };

/** What the real tools say of it, whatever else lies there. */
const FOUND = {
  semgrep: ['planted.js:4 node-shell high', 'planted.py:5 python-shell high'],
  bandit: ['planted.py:5 B605 high'],
};

/** Runs Bandit, and then does something to what it wrote. */
function afterBandit(script: string): string {
  const bandit = `'${programOf('bandit')}' "$@" || status=$?`;
  const report = 'for each in "$@"; do case "$each" in --output=*) report="${each#--output=}";; esac; done';
  return `status=0\n${bandit}\n${report}\n[ -z "$report" ] || ${script}\nexit $status`;
}

describeWithScanners('when somebody speaks for a scanner', () => {
  const shared = sharedScannedProject(FILES);

  it('O01 results that lie in the repository are not read', async () => {
    const log = logOf([], { invocations: [{ executionSuccessful: true }] });
    const judged = await judge(shared(), { ...PLANTED, 'semgrep.sarif': log, 'results/bandit.sarif': log });
    expectStopped(judged);
    expect([judged.found('semgrep'), judged.found('bandit')]).toEqual([FOUND.semgrep, FOUND.bandit]);
  });

  it('O01 a log under the name of a scanner takes nothing from what the scanner finds', async () => {
    const forged = logOf([]).replace('"toy"', '"semgrep"');
    const judged = await judge(shared(), PLANTED, '--sarif', await logFile(shared(), forged));
    expectStopped(judged);
    expect([judged.found('semgrep'), judged.found('bandit')]).toEqual([FOUND.semgrep, FOUND.bandit]);
  });

  it.each([
    ['nothing', ''],
    ['an empty report', '{"version":"1.182.0","results":[],"errors":[],"paths":{"scanned":[]}}'],
    ['another empty report', '{"results":[],"errors":[],"metrics":{},"generated_at":""}'],
    ['the same key twice', '{"results":[{}],"results":[],"errors":[]}'],
  ])('O03, O04 a report that only looks clean is not believed: %s', async (_, report) => {
    await installInstead(shared().root, 'semgrep', `printf '%s' '${report}'`);
    await installInstead(shared().root, 'bandit', afterBandit(`printf '%s' '${report}' >"$report"`));
    const judged = await judge(shared(), HARMLESS, '--no-cache');
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'semgrep')).toEqual(Object.keys(HARMLESS).toSorted());
    expect(judged.unexamined('not-examined', 'bandit')).toEqual(['new.py']);
  });

  it('O01 a report from which the results were taken is not believed', async () => {
    await installInstead(
      shared().root,
      'semgrep',
      `'${programOf('semgrep')}' "$@" | sed 's/"results":\\[.*\\],"errors"/"results":[],"errors"/'`,
    );
    await installInstead(
      shared().root,
      'bandit',
      afterBandit(`sed -i -z 's/"results": \\[.*\\]/"results": []/' "$report"`),
    );
    const judged = await judge(shared(), PLANTED, '--no-cache');
    expect(judged.status).not.toBe(0);
    expect(judged.unexamined('not-examined', 'semgrep')).toEqual(Object.keys(PLANTED).toSorted());
    expect(judged.unexamined('not-examined', 'bandit')).toEqual(['planted.py']);
  });

  it('O07 a lock whose rules were thinned out is refused', async () => {
    const rules = await shared().git('cat-file', 'blob', `${LOCK}:tools/semgrep/rules.json`);
    const thinned = rules.replaceAll('ERROR', 'INFO');
    expect(thinned).not.toBe(rules);
    const blob = mustSucceed(await shared().tryGit(['hash-object', '-w', '--stdin'], { input: `${thinned}\n` }));
    const where = { env: { GIT_INDEX_FILE: join(shared().root, 'index of the lock') } };
    mustSucceed(await shared().tryGit(['read-tree', LOCK], where));
    const entry = `100644,${blob},tools/semgrep/rules.json`;
    mustSucceed(await shared().tryGit(['update-index', '--cacheinfo', entry], where));
    const tree = mustSucceed(await shared().tryGit(['write-tree'], where));
    await shared().git('update-ref', LOCK, await shared().git('commit-tree', '-m', 'x', tree));
    await shared().stage(PLANTED);
    // A machine that saw the lock before knows another one; any other finds that it does not fit together.
    const refusals = [
      [{}, 'is not the newest one seen here'],
      [{ XDG_STATE_HOME: join(shared().root, 'another state') }, LOCK],
    ] as const;
    for (const [env, why] of refusals) {
      const ran = await shared().pawl(['check', '--audience', 'human'], { env });
      expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(why) });
    }
  });

  describe('and writes orders into names and code', () => {
    const argument = `"\u001B[2J\u009B31m\u202E" +\n"::set-output name=a::b##vso[task.x]" + x`;
    const hostile = { './::add-mask::a`<b>`.py': `import os\n\nos.system(\n${argument}\n)\n` };

    it('O08 no terminal obeys', async () => {
      await shared().stage(hostile);
      const { status, stdout, stderr } = await shared().pawl(['check', '--audience', 'human']);
      expect(status).toBe(1);
      expect(stdout).toContain('semgrep python-shell');
      expect(stdout + stderr).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    });

    it('O08 no build server obeys', async () => {
      await shared().stage(hostile);
      const { stdout } = await shared().pawl(['check', '--audience', 'human']);
      expect(stdout).not.toMatch(/^\s*::|##\w*\[/mu);
    });
  });

  it('C02 no configuration of a scanner in the repository counts', async () => {
    const ini = '[bandit]\nskips: B605\nexclude: /\n';
    const judged = await judge(shared(), {
      ...PLANTED,
      '.semgrepignore': '*\n',
      '.gitignore': 'planted.*\n',
      '.bandit': ini,
      'tox.ini': ini,
      'setup.cfg': ini,
      'pyproject.toml': '[tool.bandit]\nskips = ["B605"]\nexclude_dirs = ["."]\n',
      '.semgrep/settings.yml': 'exclude: ["*"]\n',
    });
    expectStopped(judged);
    expect([judged.found('semgrep'), judged.found('bandit')]).toEqual([FOUND.semgrep, FOUND.bandit]);
    expect(judged.filesOf('gate-integrity')).toEqual([
      '.bandit',
      '.semgrep/settings.yml',
      '.semgrepignore',
      'pyproject.toml',
      'setup.cfg',
      'tox.ini',
    ]);
  });

  it('C02 such a configuration alone is for a person to read', async () => {
    const settings = {
      '.semgrepignore': '*\n',
      'notes/src/.semgrepignore': '*\n',
      'orders/orders/.bandit': '[bandit]\nskips: B605\n',
      'orders/pyproject.toml': `${textIn('orders/pyproject.toml')}\n[tool.bandit]\nskips = ["B605"]\n`,
      'setup.cfg': '[bandit]\nexclude = /\n',
      'tox.ini': '[bandit]\nexclude = /\n',
      '.eslintignore': '*\n',
      'notes/eslint.config.mjs': "export default [{ rules: { 'no-eval': 'off' } }];\n",
      'orders/ruff.toml': 'ignore = ["S"]\n',
      '.gitleaks.toml': '[allowlist]\npaths = ["notes/src"]\n',
      '.snyk': "ignore:\n  SNYK-JS-1:\n    - '*':\n        reason: later\n",
      'sonar-project.properties': 'sonar.exclusions=**\n',
    };
    const judged = await judge(shared(), settings);
    expectEscalated(judged);
    expect(judged.filesOf('gate-integrity')).toEqual(Object.keys(settings).toSorted());
  });

  it('C02 what says nothing to a scanner is no such configuration', async () => {
    const judged = await judge(shared(), {
      'codecov.yml': 'coverage: off\n',
      'orders/pyproject.toml': textIn('orders/pyproject.toml').replace('0.3.0', '0.3.1'),
      '.editorconfig': 'root = true\n',
    });
    expectClean(judged);
  });

  it('C03 a configuration of CodeQL is for a person to read, wherever it stands', async () => {
    const settings = {
      '.github/codeql/codeql-config.yml': 'paths-ignore: ["**"]\nquery-filters: [{ exclude: {} }]\n',
      '.github/codeql/extensions/own/models/safe.yml': 'extensions: []\n',
      '.github/workflows/scan.yml': 'jobs:\n  scan:\n    steps:\n      - uses: github/codeql-action/init@v3\n',
    };
    const judged = await judge(shared(), settings);
    expectEscalated(judged);
    expect(judged.filesOf('gate-integrity')).toEqual(Object.keys(settings));
  });

  it.each([
    ['one is gone', 'orders/security/docker.yml', () => null],
    ['one counts for less', 'notes/security/javascript.yml', (text: string) => text.replace('ERROR', 'INFO')],
    ['one looks for less', 'orders/security/python.yml', (text: string) => text.replace('os.popen($X)', 'os.popen(1)')],
    ['they are no rules any more', 'orders/security/python.yml', () => 'rules: {'],
  ])('C04 rules that are not those of the lock are "could not tell": %s', async (_, path, change) => {
    const judged = await judge(shared(), { [path]: change(textIn(path)) });
    expectCouldNotTell(judged);
    expect(judged.reasons).toEqual([expect.objectContaining({ rule: expect.stringMatching(/^rules-/u) })]);
  });

  it('C04 a rule more never stops', async () => {
    const more = `${textIn('orders/security/python.yml')}  - id: more\n    languages: [python]\n    severity: INFO\n    message: m\n    pattern: f($X)\n`;
    expectClean(await judge(shared(), { 'orders/security/python.yml': more }));
  });

  it('C04 rules that are thinned out in the change are the locked ones all the same', async () => {
    const judged = await judge(shared(), {
      ...PLANTED,
      'orders/security/python.yml': null,
      'notes/security/javascript.yml': textIn('notes/security/javascript.yml').replace(
        'severity: ERROR',
        'severity: INFO',
      ),
    });
    expectStopped(judged);
    expect([judged.found('semgrep'), judged.found('bandit')]).toEqual([FOUND.semgrep, FOUND.bandit]);
  });

  it('H13, H14 neither a tool of the repository nor a variable speaks for a scanner', async () => {
    const bin = join(shared().dir, 'node_modules/.bin');
    const canary = join(shared().root, 'canary');
    await mkdir(bin, { recursive: true });
    for (const name of ['semgrep', 'bandit'])
      await writeFile(join(bin, name), `#!/bin/sh\ntouch '${canary}'\n`, { mode: 0o755 });
    await shared().write({ 'evil/sitecustomize.py': `open('${canary}', 'w')\n` });
    await shared().stage(PLANTED);
    const { PATH = '' } = shared().env;
    const ran = await shared().pawl(['check', '--no-cache', '--audience', 'human'], {
      env: {
        PATH: `${bin}:node_modules/.bin:${PATH}`,
        PYTHONPATH: join(shared().dir, 'evil'),
        SEMGREP_RULES: '/nowhere',
        SEMGREP_EXCLUDE: '*',
        BANDIT_CONFIG: '/nowhere',
        LD_PRELOAD: '',
      },
    });
    expect(ran.status).toBe(1);
    for (const rule of ['B605', 'python-shell', 'node-shell']) expect(ran.stdout).toContain(rule);
    expect(await readdir(shared().root)).not.toContain('canary');
  });
});

describe('when a log that is handed in is broken', () => {
  const shared = sharedLockedRepository({ 'app.js': GUARDED_JS });
  const failed = (descriptor: object): string => logOf([], { invocations: [descriptor] });
  const error = { level: 'error', message: { text: 'out of memory' } };

  it.each([
    ['O03 results that are null', 'wrong-type', logOf(null)],
    ['O03 no run', 'no-runs', '{"version":"2.1.0","runs":[]}'],
    ['O03 a run that failed', 'failed-invocation', failed({ executionSuccessful: false })],
    [
      'O03 an error in the run',
      'tool-error-notification',
      failed({ executionSuccessful: true, toolExecutionNotifications: [error] }),
    ],
    ['O04 a key that stands twice', 'duplicate-key', logOf([]).replace('"results":[]', '"results":[{}],"results":[]')],
    ['O04 __proto__', 'forbidden-key', logOf([]).replace('"results"', '"__proto__":{"results":[]},"results"')],
    [
      'O04 a line that is no number',
      'bad-number',
      logOf([resultOf('x')]).replace('"startLine":1', '"startLine":1e999'),
    ],
    [
      'O04 nesting without end',
      'too-deep',
      logOf([], { properties: { x: 0 } }).replace('0}', `${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    ],
    ['O04 a byte order mark', 'not-json', `\uFEFF${logOf([])}`],
    ['O04 half of it', 'not-json', logOf([]).slice(0, -10)],
  ])('says so, and nothing is clean: %s', async (_, code, text) => {
    const [before, after] = [await logFile(shared(), logOf([])), await logFile(shared(), text)];
    const question = ['check', '--base', 'HEAD', '--head', 'HEAD', '--tier', 'fast', '--audience', 'human'];
    const ran = await shared().pawl([...question, '--base-sarif', before, '--sarif', after]);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain(code);
  });

  it('passes two whole ones', async () => {
    const log = await logFile(shared(), logOf([resultOf('x')]));
    const question = ['check', '--base', 'HEAD', '--head', 'HEAD', '--tier', 'fast'];
    mustSucceed(await shared().pawl([...question, '--base-sarif', log, '--sarif', log]));
  });
});
