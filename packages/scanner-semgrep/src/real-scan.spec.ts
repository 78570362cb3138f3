import { expect, it } from 'vitest';
import { describeWithSemgrep, realScanner, scanWith } from './real-semgrep.fixture.ts';

const RULES = `
rules:
  - id: py-eval
    languages: [python]
    severity: ERROR
    message: eval of $X
    pattern: eval($X)
    metadata: { cwe: ['CWE-95: Code injection'] }
  - { id: js-eval, languages: [javascript, typescript], severity: WARNING, message: eval, pattern: eval(...) }
  - { id: word, languages: [regex], severity: INFO, message: a word, pattern-regex: s3cr3t }
  - { id: pair, languages: [generic], severity: CRITICAL, message: a pair, pattern: password = hunter2 }
`;

describeWithSemgrep('when real code is scanned', () => {
  it('it finds every copy, at lines and UTF-16 columns, in any language of the rules', async () => {
    const scanner = await realScanner(RULES);
    const { findings, coverage } = await scanWith(scanner, {
      'base/a.py': 'x = "😀é"; eval(x)\neval(x)\neval(x)\n',
      'head/a.py': '\uFEFFeval(x)\r\n',
      'head/b.mts': '/* é */ eval("😀", 1)',
      'head/c': 's3cr3t\npassword = hunter2\n',
      'head/empty.py': '',
    });
    expect(coverage.notExamined).toEqual([]);
    expect(
      findings.map(({ file, rule, severity, line, column, endLine, endColumn }) => [
        file,
        rule,
        severity,
        line,
        column,
        endLine,
        endColumn,
      ]),
    ).toEqual([
      ['base/a.py', 'py-eval', 'high', 1, 12, 1, 19],
      ['base/a.py', 'py-eval', 'high', 2, 1, 2, 8],
      ['base/a.py', 'py-eval', 'high', 3, 1, 3, 8],
      ['head/a.py', 'py-eval', 'high', 1, 2, 1, 9],
      ['head/b.mts', 'js-eval', 'medium', 1, 9, 1, 22],
      ['head/c', 'word', 'low', 1, 1, 1, 7],
      ['head/c', 'pair', 'critical', 2, 1, 2, 19],
    ]);
    expect(findings[0]).toMatchObject({ tool: 'semgrep', message: 'eval of x', cwe: ['CWE-95'] });
  });

  it('it finds in each language of a rule, and once where two of them come to a file', async () => {
    const rule = (id: string, languages: string, pattern: string): string =>
      `{ id: ${id}, languages: [${languages}], severity: ERROR, message: m, ${pattern} }`;
    const scanner = await realScanner(`rules: [
      ${rule('js-first', 'javascript, python', 'pattern: eval($X)')},
      ${rule('py-first', 'python, typescript, javascript', 'pattern: eval($X)')},
      ${rule('word', 'generic, python, python2', 'pattern-regex: eval')},
    ]`);
    const { findings, coverage } = await scanWith(scanner, {
      'a.py': 'eval(x)\n',
      'a.js': 'eval(x);\n',
      'a.ts': 'eval(x as any);\n',
    });
    expect(coverage.notExamined).toEqual([]);
    const seen = findings.map(({ file, rule: id, line, column }) => `${file} ${id} ${String(line)}:${String(column)}`);
    expect(seen.sort()).toEqual([
      'a.js js-first 1:1',
      'a.js py-first 1:1',
      'a.js word 1:1',
      'a.py js-first 1:1',
      'a.py py-first 1:1',
      'a.py word 1:1',
      'a.ts js-first 1:1',
      'a.ts py-first 1:1',
      'a.ts word 1:1',
    ]);
  });

  it.each([
    ['javascript, typescript', ['a.js', 'a.ts', 'a.tsx']],
    ['typescript, javascript', ['a.js', 'a.ts', 'a.tsx']],
    ['c, cpp', ['a.c', 'a.cpp', 'a.h']],
    ['cpp, c', ['a.c', 'a.cpp', 'a.h']],
    ['python, python3', ['a.py']],
    ['python3, python', ['a.py']],
  ])('it reads %s alike, so that one copy is enough', async (languages, files) => {
    const scanner = await realScanner(
      `rules: [{ id: a, languages: [${languages}], severity: ERROR, message: m, pattern: eval(...) }]`,
    );
    const texts = { 'a.js': 'eval(x);', 'a.ts': 'eval(x as any);', 'a.tsx': 'eval(<a/>);', 'a.py': 'eval(x)' };
    const code = 'int f(int x) { return eval(x); }';
    const all: Readonly<Record<string, string>> = { ...texts, 'a.c': code, 'a.cpp': code, 'a.h': code };
    const { findings } = await scanWith(scanner, Object.fromEntries(files.map((file) => [file, all[file] as string])));
    expect(findings.map(({ file }) => file)).toEqual(files);
  });
});
