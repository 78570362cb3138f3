import type { NotExaminedCode } from '@pawl/findings';
import type { ScanResult } from '@pawl/scanner';
import { expect, it } from 'vitest';
import { describeWithSemgrep, realScanner, scanWith } from './real-semgrep.fixture.ts';

const RULES = `
rules:
  - { id: py-eval, languages: [python], severity: ERROR, message: eval, pattern: eval($X) }
  - { id: js-eval, languages: [javascript, typescript], severity: ERROR, message: eval, pattern: eval($X) }
`;

const found = ({ findings }: ScanResult): readonly (string | number)[][] =>
  findings.map(({ file, line }) => [file, line]);

const lost = ({ coverage }: ScanResult): readonly (readonly [string, NotExaminedCode])[] =>
  coverage.notExamined.map(({ file, code }) => [file, code]);

describeWithSemgrep('when code is hidden from Semgrep', () => {
  it('S01: a file of three megabytes is examined like any other', async () => {
    const result = await scanWith(await realScanner(RULES), { 'a.py': `# ${'a'.repeat(3_000_000)}\neval(x)\n` });
    expect(found(result)).toEqual([['a.py', 2]]);
    expect(lost(result)).toEqual([]);
  });

  it('S03: one bad token makes its file not examined, and no other', async () => {
    const result = await scanWith(await realScanner(RULES), {
      'bad.py': 'eval(a)\nx = (1,\neval(b)\n',
      'bad.js': 'eval(a);\nvar x = /[/;\neval(b);\n',
      'match.py':
        'match x:\n    case a.b | -1 | (1 | 2) as z if z: pass\n    case {**rest}: eval(x)\n    case 1+2j: pass\n',
      'good.py': 'eval(x)\n',
    });
    expect(lost(result)).toEqual([
      ['bad.py', 'syntax-error'],
      ['bad.js', 'syntax-error'],
      ['match.py', 'syntax-error'],
    ]);
    expect(found(result)).toContainEqual(['good.py', 1]);
  });

  it('S04: no folder and no name keeps code from being examined', async () => {
    const texts = Object.fromEntries(
      [
        'tests/a.py',
        'test/a.js',
        'vendor/b.js',
        'build/a.js',
        'node_modules/x/index.js',
        'a.min.js',
        '.hidden/a.py',
        'x_test.py',
      ].map((file) => [file, 'eval(x)\n']),
    );
    const result = await scanWith(await realScanner(RULES), {
      ...texts,
      '.semgrepignore': '*\n',
      '.gitignore': '*\n',
      'tests/.semgrepignore': '*\n',
    });
    expect(found(result)).toEqual(Object.keys(texts).map((file) => [file, 1]));
    // No rule is about the ignore files themselves, so Semgrep has nothing to say of them; the engine does not owe them.
    expect(lost(result).map(([file]) => file)).toEqual(['.semgrepignore', '.gitignore', 'tests/.semgrepignore']);
  });

  it('S04: no odd name does either', async () => {
    const files = [
      'a b.py',
      '-x.py',
      '[a].py',
      '*.py',
      'a\nb.py',
      'é/😀.py',
      '$HOME.py',
      '#a.py',
      '!a.py',
      'A.py',
      'a.py',
    ];
    const result = await scanWith(
      await realScanner(RULES),
      Object.fromEntries(files.map((file) => [file, 'eval(x)\n'])),
    );
    expect(found(result)).toEqual(files.map((file) => [file, 1]));
    expect(lost(result)).toEqual([]);
  });

  it('S05: code under a rarer name of its language is examined all the same', async () => {
    const files = ['a.mts', 'a.cts', 'a.tsx', 'a.jsx', 'a.cjs', 'a.mjs', 'a.d.ts', 'A.JS', 'A.PY', 'a.pyw', 'a.pyi'];
    const result = await scanWith(
      await realScanner(RULES),
      Object.fromEntries(files.map((file) => [file, 'eval(x)\n'])),
    );
    expect(found(result)).toEqual(files.map((file) => [file, 1]));
    expect(lost(result)).toEqual([]);
  });

  it('S09: a flood past the limit of Semgrep is not examined, and never cut short', async () => {
    const result = await scanWith(await realScanner(RULES), {
      'flood.py': 'eval(x)\n'.repeat(12_000),
      'many.py': 'eval(x)\n'.repeat(2_000),
    });
    expect(lost(result)).toEqual([['flood.py', 'too-large']]);
    expect(found(result).filter(([file]) => file === 'many.py')).toHaveLength(2_000);
  }, 120_000);

  it('E02: a byte order mark does not hide the first line', async () => {
    const result = await scanWith(await realScanner(RULES), { 'a.py': '\uFEFFeval(x)\n', 'a.js': '\uFEFFeval(x)\n' });
    expect(found(result)).toEqual([
      ['a.py', 1],
      ['a.js', 1],
    ]);
  });

  it('E12: ten copies in one file are ten', async () => {
    const result = await scanWith(await realScanner(RULES), { 'a.py': 'eval(x); eval(x)\n'.repeat(5) });
    expect(found(result)).toHaveLength(10);
  });

  it('U01, U02: no comment silences a result, however it is spelt', async () => {
    const result = await scanWith(await realScanner(RULES), {
      'a.py': ['eval(x)  # nosem', 'eval(x)  # nosemgrep: py-eval', '# nosemgrep', 'eval(x)', 'eval(x) #NOSEM'].join(
        '\n',
      ),
      'a.tsx': 'export const A = () => <a>{/* nosemgrep */ eval(x)}</a>; // nosem: js-eval\n',
    });
    expect(found(result)).toEqual([
      ['a.py', 1],
      ['a.py', 2],
      ['a.py', 4],
      ['a.py', 5],
      ['a.tsx', 1],
    ]);
  });
});

describeWithSemgrep('when generic patterns pass over a file', () => {
  const GENERIC = `
rules:
  - { id: pair, languages: [generic], severity: ERROR, message: m, pattern: password = hunter2, paths: { include: ['*.conf'] } }
`;

  it.each([
    ['one long line', `password = hunter2 ${'x'.repeat(50_000)}\n`],
    ['control characters', `\u0000\u0001\u0002password = hunter2\n`],
  ])('S01: %s makes it not examined', async (_, text) => {
    const result = await scanWith(await realScanner(GENERIC), {
      'a.conf': text,
      'b.conf': 'password = hunter2\n',
      'c.conf': '{};\n',
      // Not in the paths of any rule: nothing of it could be found.
      'd.js': text,
    });
    expect(lost(result)).toEqual([['a.conf', 'tool-failed']]);
    expect(found(result)).toEqual([['b.conf', 1]]);
  });
});
