import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { monorepo, PLANTED_JS, PLANTED_PY } from './support/monorepo.ts';
import { describeWithScanners, installInstead, programOf } from './support/real-scanners.ts';
import {
  expectClean,
  expectCouldNotTell,
  expectEscalated,
  expectStopped,
  judge,
  sharedScannedProject,
} from './support/scanned-project.ts';
import { logFile, logOf, resultOf } from './support/sarif-log.ts';
import type { JsonReason } from './support/verdict-of.ts';

const OLD = 'orders/old.py';
/** What is run beside the code, and where nothing but a person knows whether it is safe. */
const DEPLOYMENT = {
  'orders/k8s/orders.yaml': 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 1\n',
  'ops/orders.yaml': 'apiVersion: v1\nkind: Service\nspec:\n  type: ClusterIP\n',
  'ops/nginx/orders.conf': 'server {\n  listen 127.0.0.1:80;\n}\n',
  'infra/main.tf': 'resource "bucket" "orders" {\n  public = 0\n}\n',
  'orders/.env.production': 'STRICT=1\n',
  'config/feature-flags.json': '{ "strict": 1 }\n',
  'config/roles.txt': 'admin 1\n',
};
const FILES = await monorepo(
  {
    [OLD]: `${PLANTED_PY}\n\ndef find(db, name):\n    return db.execute("SELECT " + name)  # nosec B608\n`,
    ...DEPLOYMENT,
  },
  { protect: ['config/roles.txt'] },
);
const textIn = (path: string): string => String(FILES[path]);
const tables = 'orders/orders/tables.py';

describeWithScanners('when code evades a scanner', () => {
  const shared = sharedScannedProject(FILES);

  it('E01 an encoding in which Python reads other code is a regression, and lost coverage', async () => {
    const judged = await judge(shared(), { [tables]: `# coding: utf-7\n# +AAo-eval(x)\n${textIn(tables)}` });
    expectStopped(judged);
    expect(judged.found('invariants')).toEqual([`${tables}:1 hidden-code high`]);
    expect(judged.unexamined('lost-coverage', 'bandit')).toEqual([tables]);
  });

  it.each([
    ['new.py', '# coding: unicode_escape\n# \\neval(x)\n'],
    ['new.pyw', '# -*- coding: rot13 -*-\n'],
    ['New.java', 'class New {\n  // \\u000a static { System.exit(1); }\n}\n'],
  ])('E01 in a new file it is a regression as well: %s', async (file, text) => {
    const judged = await judge(shared(), { [file]: text });
    expectStopped(judged);
    expect(judged.found('invariants')).toEqual([expect.stringMatching(/hidden-code high$/u)]);
  });

  it('E02 UTF-16 and NUL are "could not tell"', async () => {
    const judged = await judge(shared(), {
      'wide.py': Buffer.from(`\uFEFF${PLANTED_PY}`, 'utf16le'),
      'nul.js': `${PLANTED_JS}// \0\n`,
    });
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'semgrep')).toEqual(['nul.js', 'wide.py']);
  });

  it('E02 carriage returns alone are "could not tell"', async () => {
    const judged = await judge(shared(), { 'mac.js': '// note\rstart();\r', 'mac.py': '# note\rstart()\r' });
    expectCouldNotTell(judged);
    expect(judged.unexamined('not-examined', 'invariants')).toEqual(['mac.js', 'mac.py']);
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

  it('E03 text that reads otherwise than it runs is for a person to read', async () => {
    const judged = await judge(shared(), {
      'bidi.py': '# \u202E } \u2066\n',
      'bidi.js': '/*\u202E } \u2066if (isAdmin)\u2069 \u2066 begin admins only */ go();\n',
      'hidden.js': 'export const pick = ({ name, \u3164 }) => [name, \u3164];\n',
    });
    expectEscalated(judged);
    expect(judged.found('invariants')).toEqual([
      'bidi.js:1 misleading-characters medium',
      'bidi.py:1 misleading-characters medium',
      'hidden.js:1 misleading-characters medium',
    ]);
    expect(judged.found('bandit')).toEqual(['bidi.py:1 B613 info']);
  });

  it('E03 a name that looks like another is for a person to read', async () => {
    const judged = await judge(shared(), {
      [tables]: textIn(tables).replaceAll('written', '\uFF57ritten'),
      'admin.js': "export const is\u0410dmin = (user) => user.role === '\u0430dmin';\n",
    });
    expectEscalated(judged);
    expect(judged.found('invariants')).toEqual([
      'admin.js:1 lookalike-name medium',
      'admin.js:1 lookalike-name medium',
      `${tables}:12 lookalike-name medium`,
    ]);
  });

  it('E03 what such a name calls counts as ever', async () => {
    const judged = await judge(shared(), { 'wide.py': '\uFF45val(x)\n' });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual(['wide.py:1 B307 medium']);
    expect(judged.found('invariants')).toEqual(['wide.py:1 lookalike-name medium']);
  });

  it('E03 words of any language are words', async () => {
    const judged = await judge(shared(), {
      'words.py': 'größe = "Привет, мир 👨‍👩‍👧 ❤️"  # می\u200Cخواهم\nΔx = größe\n',
    });
    expectClean(judged);
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

  it.each(Object.entries({ ...DEPLOYMENT, 'orders/Dockerfile': textIn('orders/Dockerfile') }))(
    'E10 no rule knows what a change to %s means, and a person reads it',
    async (path, text) => {
      const changed = text.includes('1') ? text.replace('1', '0') : text.replace('python:3', 'registry/python:3');
      const judged = await judge(shared(), { [path]: changed.replace('public = 0', 'public = 1') });
      expectEscalated(judged);
      expect(judged.filesOf('protected-path')).toEqual([path]);
    },
  );

  it('E10 where a rule knows, it is a regression', async () => {
    const path = 'orders/Dockerfile';
    const judged = await judge(shared(), { [path]: textIn(path).replace('nobody', 'root') });
    expectStopped(judged);
    expect(judged.found('semgrep')).toEqual([`${path}:5 root-user medium`]);
    expect(judged.filesOf('protected-path')).toEqual([path]);
  });

  it('E12 one finding in the place of another of the same rule and file is a new one', async () => {
    const judged = await judge(shared(), {
      [OLD]: textIn(OLD).replace('os.system("ship " + parcel)', 'os.system("sink " + parcel)'),
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual([`${OLD}:5 B605 high`]);
    expect(judged.found('semgrep')).toEqual([`${OLD}:5 python-shell high`]);
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

  it('U06 what somebody dismissed on a platform is not asked for', async () => {
    const asked: string[] = [];
    const platform = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.end('[{ "state": "dismissed" }]');
    });
    await new Promise<void>((done) => platform.listen(0, '127.0.0.1', done));
    onTestFinished(() => void platform.close());
    const address = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
    const bin = join(shared().root, 'platform');
    await mkdir(bin);
    for (const name of ['gh', 'glab', 'curl'])
      await writeFile(join(bin, name), `#!/bin/sh\ntouch '${bin}/asked'\n`, { mode: 0o755 });
    await shared().stage({ 'planted.py': PLANTED_PY });
    const env = {
      PATH: `${bin}:${shared().env['PATH'] ?? ''}`,
      ...Object.fromEntries(
        ['GITHUB_API_URL', 'GH_HOST', 'CI_API_V4_URL', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].map((name) => [
          name,
          address,
        ]),
      ),
      GITHUB_TOKEN: 'token',
      GITHUB_REPOSITORY: 'a/b',
    };
    const ran = await shared().pawl(['check', '--no-cache', '--audience', 'human'], { env });
    expect(ran.status).toBe(1);
    for (const rule of ['B605', 'python-shell']) expect(ran.stdout).toContain(rule);
    expect(asked).toEqual([]);
    expect(await readdir(bin)).not.toContain('asked');
  });
});
