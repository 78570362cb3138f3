import { describe, expect, it } from 'vitest';
import { scanText } from './scan-text.fixture.ts';

async function rulesIn(text: string, file?: string): Promise<readonly string[]> {
  return (await scanText(text, file)).findings.map(({ rule }) => rule);
}

async function refusal(text: string, file?: string): Promise<unknown> {
  const { findings, coverage } = await scanText(text, file);
  expect(coverage.examined).toEqual([]);
  return { findings, code: coverage.notExamined[0]?.code };
}

describe('U01, U02: when a comment tells ESLint to keep silent', () => {
  it.each([
    'eval(x) // eslint-disable-line',
    'eval(x) // eslint-disable-line no-eval -- trusted',
    '// eslint-disable-next-line\neval(x)',
    '/* eslint-disable-next-line\n  no-eval\n*/ eval(x)',
    '/* eslint-disable */ eval(x)',
    '/* eslint-disable no-eval, no-restricted-syntax */ eval(x)',
    '/*eslint no-eval:0*/ eval(x)',
    '/* eslint "no-eval": "off" */ eval(x)',
    '/* global eval:off */ eval(x)',
    '/* globals eval */ eval(x)',
    '/* exported eval */ eval(x)',
    '/* eslint-env worker */ eval(x)',
    '/* ESLINT-DISABLE */ eval(x)',
    '// @ts-nocheck\neval(x) // @ts-ignore NOSONAR nosemgrep',
  ])('it is not obeyed: %j', async (text) => {
    expect(await rulesIn(text)).toEqual(['eval']);
    expect(await rulesIn(text, 'a.ts')).toEqual(['eval']);
  });

  it('it is not obeyed in JSX', async () => {
    const text = 'const a = <b>{/* eslint-disable-next-line */}\n{eval(x)}{/* eslint-disable */}</b>;';
    expect(await rulesIn(text, 'a.jsx')).toEqual(['eval']);
    expect(await rulesIn(text, 'a.tsx')).toEqual(['eval']);
  });

  it.each(['node_modules/a.js', '.git/a.js', 'dist/a.min.js', 'test/../a.js', 'C:\\a.js', '*.js', '-.ts', '/etc/a.js'])(
    'S04: no name of a file hides it: %s',
    async (file) => {
      expect(await rulesIn('eval(x)', file)).toEqual(['eval']);
    },
  );
});

describe('when code is spelt differently', () => {
  it.each([
    ['eval', 'eval(x)'],
    ['eval', 'eval?.(x)'],
    ['eval', '(0, eval)(x)'],
    ['eval', 'globalThis.eval(x)'],
    ['eval', "window['eval'](x)"],
    ['eval', 'ev\\u0061l(x)'],
    ['eval', 'const run = eval'],
    ['new-function', 'Function(x)()'],
    ['new-function', 'Function.call(null, x)'],
    ['global-function', "globalThis['Function'](x)"],
    ['inner-html', "box['innerHTML'] = x"],
    ['inner-html', 'box.innerHTML += x'],
    ['tls-unverified', "f({ 'rejectUnauthorized': false })"],
    ['tls-unverified', "f({ ['rejectUnauthorized']: !1 })"],
    ['tls-unverified', 'options.rejectUnauthorized = false'],
    ['tls-unverified', 'f({ checkServerIdentity: () => undefined })'],
    ['tls-unverified-everywhere', "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0"],
    ['weak-hash', 'createHash(`MD5`)'],
    ['child-process-exec', "import { exec as run } from 'child_process'; run(x)"],
    ['child-process-exec', "require('node:child_process').exec(x)"],
  ])('it sees %s in %j', async (rule, text) => {
    expect(await rulesIn(text)).toEqual([rule]);
  });

  it('it sees what a type assertion wraps', async () => {
    expect(await rulesIn('f({ rejectUnauthorized: false as boolean }); createHash("md5" as string)', 'a.ts')).toEqual([
      'tls-unverified',
      'weak-hash',
    ]);
  });

  it('E12: it takes the arguments into the identity of a call', async () => {
    expect((await scanText('y = window.eval(a, (b))')).findings).toMatchObject([
      { line: 1, column: 5, endLine: 1, endColumn: 24 },
    ]);
  });

  it.each(['/* \u2028 */\n', '"\u2029";\r\n', '\uFEFF//\r'])('it counts lines as git does below %j', async (before) => {
    expect((await scanText(`${before} eval(x)`)).findings).toMatchObject([
      { line: 2, column: 2, endLine: 2, endColumn: 9 },
    ]);
  });
});

describe('S03: when a file does not parse', () => {
  it.each([
    ['a.js', 'eval(x); let a = ;'],
    ['a.ts', 'eval(x); let a = ;'],
    ['a.tsx', 'eval(x); const a = <b>;'],
    ['a.mjs', 'eval(x); return 1'],
    ['a.cjs', 'eval(x); import a from "a"'],
    ['a.js', 'import a from "a"; with (a) eval(x)'],
  ])('it does not count as examined: %s %j', async (file, text) => {
    expect(await refusal(text, file)).toEqual({ findings: [], code: 'syntax-error' });
  });

  it('it says what the parser says, and where', async () => {
    const { coverage } = await scanText('ok();\nlet a = ;');
    expect(coverage.notExamined).toMatchObject([{ why: 'Unexpected token ; (line 2)' }]);
  });

  it.each(['a.js', 'a.ts'])('it does not count as examined when it is nested too deeply: %s', async (file) => {
    expect(await refusal(`x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`, file)).toEqual({
      findings: [],
      code: 'too-deep',
    });
  });

  it('S01: it does not skip a padded file in silence', async () => {
    expect(await rulesIn(`${'//\n'.repeat(300_000)}eval(x)`)).toEqual(['eval']);
    expect(await refusal(`${'//\n'.repeat(400_000)}eval(x)`)).toEqual({ findings: [], code: 'too-large' });
  });
});

describe('when a module and a script read the same text differently', () => {
  it('it sees what only one of them runs', async () => {
    expect(await rulesIn('a\n<!-- /*\neval(x)\n<!-- */ b')).toEqual(['eval']);
    expect(await rulesIn('a\n<!-- */\neval(x)', 'a.cjs')).toEqual(['eval']);
  });

  it('it reports once what both run', async () => {
    expect(await rulesIn('while (a --> 0) eval(x)')).toEqual(['eval']);
  });
});
