import { expect, it } from 'vitest';
import { monorepo, PLANTED_JS, PLANTED_PY } from './support/monorepo.ts';
import { describeWithScanners, installInstead, programOf } from './support/real-scanners.ts';
import { expectCouldNotTell, expectStopped, judge, sharedScannedProject } from './support/scanned-project.ts';
import { logFile, logOf, resultOf } from './support/sarif-log.ts';
import type { JsonReason } from './support/verdict-of.ts';

const OLD = 'orders/old.py';
const FILES = await monorepo({
  [OLD]: `${PLANTED_PY}\n\ndef find(db, name):\n    return db.execute("SELECT " + name)  # nosec B608\n`,
});
const textIn = (path: string): string => String(FILES[path]);
const tables = 'orders/orders/tables.py';

describeWithScanners('when code evades a scanner', () => {
  const shared = sharedScannedProject(FILES);

  it('E01 an encoding in which Python reads other code is lost coverage', async () => {
    const judged = await judge(shared(), { [tables]: `# coding: utf-7\n# +AAo-eval(x)\n${textIn(tables)}` });
    expectStopped(judged);
    expect(judged.unexamined('lost-coverage', 'bandit')).toEqual([tables]);
  });

  it('E01 in a new file it is "could not tell"', async () => {
    const judged = await judge(shared(), { 'new.py': '# coding: unicode_escape\n# \\neval(x)\n' });
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'bandit')).toEqual(['new.py']);
  });

  it('E02 UTF-16 and NUL are "could not tell"', async () => {
    const judged = await judge(shared(), {
      'wide.py': Buffer.from(`\uFEFF${PLANTED_PY}`, 'utf16le'),
      'nul.js': `${PLANTED_JS}// \0\n`,
    });
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'semgrep')).toEqual(['nul.js', 'wide.py']);
  });

  it('E02 a byte order mark and other line ends hide nothing', async () => {
    const judged = await judge(shared(), {
      'mark.py': `\uFEFFeval(x)\n`,
      'mac.py': PLANTED_PY.replaceAll('\n', '\r'),
      'windows.js': PLANTED_JS.replaceAll('\n', '\r\n'),
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual(['mac.py:5 B605 high', 'mark.py:1 B307 medium']);
    expect(judged.found('semgrep')).toEqual(['mac.py:5 python-shell high', 'windows.js:4 node-shell high']);
  });

  it('E03 text that reads otherwise than it runs is told', async () => {
    const judged = await judge(shared(), {
      'bidi.py': '# \u202E } \u2066\n',
      'wide.py': '\uFF45val(x)\n',
      'bidi.js': '/*\u202E } \u2066if (isAdmin)\u2069 \u2066 begin admins only */ go();\n',
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual(['bidi.py:1 B613 high', 'wide.py:1 B307 medium']);
    expect(judged.found('javascript')).toContain('bidi.js:1 bidi-characters high');
  });

  it('E08 an exception that is swallowed is told by the scanner, too', async () => {
    const text = textIn(tables).replace(/^( +)table\.writerow\(COLUMNS\)\n/mu, (line, indent: string) =>
      [`${indent}try:\n    ${line}`, `${indent}except Exception:\n${indent}    pass\n`].join(''),
    );
    const judged = await judge(shared(), { [tables]: text });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual([expect.stringMatching(/B110 low$/u)]);
  });

  it('E09 an option that no longer protects is told by the scanners', async () => {
    const warehouse = 'orders/orders/warehouse.py';
    const text = textIn(warehouse).replaceAll('timeout=TIMEOUT)', 'timeout=TIMEOUT, verify=False)');
    const judged = await judge(shared(), { [warehouse]: text });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual([`${warehouse}:10 B501 high`, `${warehouse}:16 B501 high`]);
    expect(judged.found('semgrep')).toEqual([
      `${warehouse}:10 unverified-tls high`,
      `${warehouse}:16 unverified-tls high`,
    ]);
  });

  it('E10 a regression in a Dockerfile alone is found by the rules for it', async () => {
    const path = 'orders/Dockerfile';
    const judged = await judge(shared(), { [path]: textIn(path).replace('nobody', 'root') });
    expectStopped(judged);
    expect(judged.found('semgrep')).toEqual([`${path}:5 root-user medium`]);
  });

  const otherVersion = {
    semgrep: `${programOf('semgrep')} "$@" | sed 's/"version":"[0-9.]*"/"version":"1.999.0"/'`,
    bandit: `[ "$1" = --version ] || exec ${programOf('bandit')} "$@"\n${programOf('bandit')} --version | sed 's/bandit [0-9.]*/bandit 1.999.0/'`,
  } as const;

  it.each(['semgrep', 'bandit'] as const)(
    'E13 another version of %s proves nothing, and is told with what mends it',
    async (tool) => {
      await installInstead(shared().root, tool, otherVersion[tool]);
      const judged = await judge(shared(), { [tables]: `${textIn(tables)}# ${tool}\n` });
      expectCouldNotTell(judged);
      expect(judged.unexamined('not-examined', tool)).toEqual([tables]);
      const [reason] = judged.reasons;
      expect(reason?.message).toMatch(new RegExp(`1\\.999\\.0.*; next: pip install ${tool}==\\d+\\.\\d+\\.\\d+$`, 'u'));
    },
  );
});

describeWithScanners('when a scanner is told to be silent', () => {
  const shared = sharedScannedProject(FILES);
  const silencedBy = (tools: readonly JsonReason[]): readonly string[] =>
    tools.filter(({ kind }) => kind === 'suppression').map(({ tool, rule }) => `${tool} ${rule ?? 'everything'}`);

  it('U01 a new finding counts whatever stands beside it, and so does what stands there', async () => {
    const python = ['nosec', 'nosec B605', 'nosemgrep', 'nosem: python-shell', 'noqa: S605', 'NOSONAR', 'codeql[py/x]'];
    const javascript = ['nosemgrep', 'nosem: node-shell', 'eslint-disable-line security/x', 'NOSONAR', 'codeql[js/x]'];
    const judged = await judge(shared(), {
      'quiet.py': python.map((comment, at) => `def f${at}(x):\n    os.system(x)  # ${comment}\n\n\n`).join(''),
      'quiet.js': javascript.map((comment, at) => `const f${at} = (x) => exec(x); // ${comment}\n`).join(''),
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toHaveLength(7);
    expect(judged.found('semgrep')).toHaveLength(12);
    expect(silencedBy(judged.reasons)).toEqual([
      'semgrep everything',
      'semgrep node-shell',
      'eslint security/x',
      'sonarqube everything',
      'codeql js/x',
      'bandit everything',
      'bandit B605',
      'semgrep everything',
      'semgrep python-shell',
      'flake8 S605',
      'sonarqube everything',
      'codeql py/x',
    ]);
  });

  it('U02 an odd spelling helps neither', async () => {
    const python = ['#nosec', '#NoSec:B605', '#nosemgrep:python-shell', '# noqa # nosec'];
    const over = (comment: string, at: number): string =>
      `def f${at}(x):\n    os.system(\n        x\n    )  ${comment}\n\n\n`;
    const judged = await judge(shared(), {
      'odd.py': python.map(over).join(''),
      'odd.jsx': '/* eslint-disable */\nexport const A = () => <a>{/* nosemgrep */ exec(x)}</a>; // NOSEM\n',
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toHaveLength(4);
    expect(judged.found('semgrep')).toHaveLength(5);
    expect(silencedBy(judged.reasons).toSorted()).toEqual([
      'bandit B605',
      'bandit everything',
      'bandit everything',
      'eslint everything',
      'flake8 everything',
      'semgrep everything',
      'semgrep everything',
      'semgrep python-shell',
    ]);
  });

  it('U04 an old comment that is widened is a new one', async () => {
    const judged = await judge(shared(), { [OLD]: textIn(OLD).replace('nosec B608', 'nosec') });
    expectStopped(judged);
    expect(judged.reasons.map(({ kind }) => kind)).toEqual(['suppression']);
  });

  it('U04 new code beside an old comment counts', async () => {
    const judged = await judge(shared(), {
      [OLD]: textIn(OLD).replace('"SELECT " + name)', '"SELECT " + name, os.system(name))'),
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual([`${OLD}:9 B605 high`]);
    expect(judged.found('semgrep')).toContain(`${OLD}:9 python-shell high`);
  });

  it('U05 a log says of its results what it likes, and each counts', async () => {
    const base = await shared().git('rev-parse', 'HEAD');
    const quiet = {
      accepted: { suppressions: [{ kind: 'external', status: 'accepted' }] },
      unchanged: { baselineState: 'unchanged' },
      absent: { baselineState: 'absent' },
      passed: { kind: 'pass' },
      none: { level: 'none' },
    };
    const before = await logFile(shared(), logOf([]));
    const after = await logFile(shared(), logOf(Object.entries(quiet).map(([rule, said]) => resultOf(rule, said))));
    const judged = await judge(shared(), {}, '--base', base, '--head', base, '--base-sarif', before, '--sarif', after);
    expect(judged.status).toBe(1);
    expect(
      judged
        .found('log:toy')
        .map((found) => found.split(' ')[1])
        .toSorted(),
    ).toEqual(Object.keys(quiet).toSorted());
  });
});
