import { readFileSync } from 'node:fs';
import type { ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { type Log, readLog } from './read-log.fixture.ts';

function read(name: string, languages: readonly string[], more: readonly string[] = []): ScanResult {
  const text = readFileSync(new URL(`../fixtures/${name}.sarif`, import.meta.url), 'utf8');
  return readLog(JSON.parse(text) as Log, languages, more);
}

const told = ({ findings }: ScanResult): readonly string[] =>
  findings.map(({ rule, severity, cwe, file, line, column, endLine, endColumn }) => {
    const end = endLine === undefined ? String(endColumn) : `${String(endLine)}:${String(endColumn)}`;
    return `${rule} ${severity} ${cwe.join('+')} ${file} ${String(line)}:${String(column)}-${end}`;
  });
const examined = ({ coverage }: ScanResult): readonly string[] => coverage.examined.map(({ file }) => file);
const notExamined = ({ coverage }: ScanResult): readonly string[] =>
  coverage.notExamined.map(({ file, code }) => `${file} ${code}`);

describe('when a log is read', () => {
  it('it finds rules and weaknesses in an extension (Java, 2.11.0)', () => {
    const result = read('java-2.11.0', ['java']);
    const folder = 'src/main/java/org/example/orchard';
    expect(told(result)).toEqual([
      `java/xss medium CWE-79 ${folder}/Search Servlet.java 37:22-29`,
      `java/sql-injection high CWE-89+CWE-564 ${folder}/HarvestStore.java 64:31-97`,
      `java/sql-injection high CWE-89+CWE-564 ${folder}/HarvestStore.java 71:31-73:60`,
    ]);
    expect(examined(result)).toEqual(
      ['Search Servlet.java', 'HarvestStore.java', 'Tree.java'].map((file) => `${folder}/${file}`),
    );
    expect(notExamined(result)).toEqual([]);
  });

  it('it finds rules in the driver, with a weight for security and without (C#, 2.24.1)', () => {
    const result = read('csharp-2.24.1', ['csharp']);
    expect(told(result)).toEqual([
      'cs/constant-condition medium CWE-835 src/Orchard.Web/Basket.cs 88:21-44',
      'cs/constant-condition medium CWE-835 src/Orchard.Web/Basket.cs 89:21-44',
      'cs/dereferenced-value-may-be-null medium CWE-476 test/Orchard.Tests/BasketTests.cs 17:13-17',
      'cs/path-injection high CWE-22+CWE-73 src/Orchard.Web/Ladder.cs 31:38-42',
    ]);
    expect(examined(result)).toHaveLength(3);
  });

  it('it gives the coverage of a tree in which nothing was found (JavaScript, 2.12.1)', () => {
    const result = read('javascript-2.12.1', ['javascript']);
    expect(told(result)).toEqual([]);
    expect(examined(result)).toEqual(['web/vite.config.js', 'web/src/index.ts', 'web/src/basket.spec.ts']);
    expect(notExamined(result)).toEqual([]);
  });

  it('S03 it misses a file that is not listed, and is not owed a listed one that is no code (Python, 2.19.3)', () => {
    const result = read('python-2.19.3', ['python'], ['orchard/broken.py']);
    expect(told(result)).toEqual([
      'py/sql-injection high CWE-89 orchard/views.py 19:20-61',
      'py/sql-injection high CWE-89 orchard/store.py 8:16-40',
    ]);
    expect(examined(result)).toEqual(['orchard/views.py', 'orchard/__init__.py', 'orchard/store.py']);
    expect(notExamined(result)).toEqual(['orchard/broken.py tool-failed']);
  });

  it('S03 it does not believe that a file with an extraction error was extracted (JavaScript, 2.22.2)', () => {
    const result = read('javascript-2.22.2', ['javascript']);
    expect(told(result)).toEqual([
      'js/sql-injection high CWE-89+CWE-90+CWE-943 web/server/orders.js 52:27-32',
      'js/log-injection medium CWE-117 web/server/orders.js 60:17-49',
      'js/log-injection medium CWE-117 web/src/basket.tsx 14:19-30',
      'js/syntax-error low  web/build/seed.ts 1:1-2',
    ]);
    expect(result.coverage.notExamined).toEqual([
      expect.objectContaining({
        file: 'web/build/seed.ts',
        code: 'syntax-error',
        why: expect.stringContaining('byte'),
      }),
    ]);
    expect(examined(result)).toEqual(['web/src/basket.tsx', 'web/server/orders.js']);
  });

  it('O03 it refuses a log without results of an analysis that had failed (JavaScript, 2.23.0)', () => {
    expect(() => read('javascript-2.23.0-failed', ['javascript'])).toThrow(
      expect.objectContaining({ name: 'SarifError', code: 'tool-error-notification' }),
    );
  });

  it('it keeps the languages of a merged log apart (Python, Ruby, JavaScript, 2.24.1)', () => {
    const result = read('merged-2.24.1', ['python', 'ruby', 'javascript']);
    // In the order of the settings' languages, not of the log.
    expect(told(result)).toEqual([
      'py/code-injection critical CWE-94+CWE-95+CWE-116 orchard/été.py 3:5-9',
      'rb/command-line-injection critical CWE-78+CWE-88 tools/graft.rb 7:8-29',
    ]);
    expect(examined(result)).toEqual([
      'web/src/app.js',
      'orchard/views.py',
      'orchard/été.py',
      'tools/graft.rb',
      'tools/orchard.gemspec',
    ]);
    expect(notExamined(result)).toEqual(['tools/label.erb syntax-error']);
  });

  it.each([
    ['java-2.2.5', 'java', ['java/insecure-cookie', 'java/insecure-cookie', 'java/concatenated-sql-query']],
    ['python-2.5.4', 'python', ['py/empty-except', 'py/empty-except', 'py/call/wrong-arguments']],
  ])('S12 it takes the findings of %s, and not the files, which such a log does not list', (name, language, rules) => {
    const { findings, coverage } = read(name, [language]);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(coverage.examined).toEqual([]);
    expect(coverage.notExamined).toHaveLength(2);
    expect(coverage.notExamined[0]?.why).toMatch(/does not say which files/u);
  });
});
