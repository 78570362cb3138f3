import { readFileSync } from 'node:fs';
import { AdapterError, readOutput, type ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { requestOf } from './real-semgrep.fixture.ts';
import { scannerFromPin } from './said.fixture.ts';

const FOLDER = '/private/files';

/** What Semgrep 1.185.0 printed of the four files below; only the folder was replaced, and the timings left away. */
const RECORDED = readFileSync(new URL('cases/recorded.json', import.meta.url), 'utf8').replaceAll('{files}', FOLDER);

const RULES = `
rules:
  - { id: pair, languages: [generic], severity: CRITICAL, message: a pair, pattern: password = hunter2, paths: { include: ['*.conf'] } }
  - id: py-eval
    languages: [python]
    severity: ERROR
    message: eval of $X
    pattern: eval($X)
    metadata: { cwe: ['CWE-95: Code injection'] }
`;

const request = requestOf({
  'base/src/a.py': 's = "😀é"; eval(s)  # nosem\neval(s)\n',
  'head/bad.py': 'eval(a)\nx = (1,\n',
  'head/a.conf': 'password = hunter2\n',
  'head/slow.py': 'eval(x)\n',
});

const scanner = scannerFromPin(RULES);
const outputOf = (result: string) => ({ steps: [{ status: 0, stdout: result, stderr: '' }], result, folder: FOLDER });
const read = (result: string): ScanResult => scanner.read(outputOf(result), request);

interface Recorded {
  results: { check_id: string; path: string }[];
  errors: object[];
  paths: { scanned: string[] };
}

/** Reads the recording with one thing changed. */
function readChanged(change: (recorded: Recorded) => void): ScanResult {
  const recorded = JSON.parse(RECORDED) as Recorded;
  change(recorded);
  return read(JSON.stringify(recorded));
}

const slow = `${FOLDER}/3/head/slow.py`;
const reasonFor = (result: ScanResult, file: string): unknown =>
  result.coverage.notExamined.filter((each) => each.file === file).map(({ code, why }) => [code, why]);

describe('when a recorded run is read', () => {
  it('it gives every finding at its place in the text that was asked about', () => {
    expect(read(RECORDED).findings).toEqual([
      expect.objectContaining({ file: 'base/src/a.py', line: 1, column: 12, endLine: 1, endColumn: 19 }),
      expect.objectContaining({ file: 'base/src/a.py', line: 2, column: 1, endLine: 2, endColumn: 8 }),
      expect.objectContaining({ file: 'head/bad.py', line: 1, column: 1 }),
      {
        tool: 'semgrep',
        rule: 'pair',
        severity: 'critical',
        message: 'a pair',
        cwe: [],
        file: 'head/a.conf',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 19,
      },
      expect.objectContaining({ rule: 'py-eval', severity: 'high', message: 'eval of x', cwe: ['CWE-95'] }),
    ]);
  });

  it('it tells the file that was read in part from those that were read', () => {
    const { coverage } = read(RECORDED);
    expect(coverage.examined.map(({ file }) => file)).toEqual(['base/src/a.py', 'head/a.conf', 'head/slow.py']);
    expect(coverage.notExamined).toEqual([
      {
        file: 'head/bad.py',
        blob: 'blob of head/bad.py',
        by: 'semgrep',
        code: 'syntax-error',
        why: 'Semgrep did not look at all of it: PartialParsing: Syntax error',
      },
    ]);
  });
});

describe('when Semgrep admits that it did not look', () => {
  it.each([
    ['Timeout', 'timed-out'],
    ['Fixpoint timeout', 'timed-out'],
    ['Too many matches', 'too-large'],
    ['Stack overflow', 'too-deep'],
    ['Lexical error', 'syntax-error'],
    ['Out of memory', 'tool-failed'],
    ['Something new', 'tool-failed'],
  ])('S02: %s in one file is %s', (type, code) => {
    const result = readChanged(({ errors }) => errors.push({ type, message: `${type} in ${slow}`, path: slow }));
    expect(reasonFor(result, 'head/slow.py')).toEqual([[code, expect.stringContaining(type)]]);
    expect(result.coverage.examined).toHaveLength(2);
  });

  it('U05: a mark that a result is ignored changes nothing', () => {
    const marked = readChanged(({ results }) => {
      for (const result of results) Object.assign(result, { extra: { message: 'm', is_ignored: true } });
    });
    expect(marked.findings).toHaveLength(read(RECORDED).findings.length);
  });
});

describe('when Semgrep is silent', () => {
  it.each<[string, (recorded: Recorded) => void, string]>([
    ['a file is not among the scanned', ({ paths }) => paths.scanned.splice(3, 1), 'does not name it'],
    [
      'no Python rule came to a file',
      ({ results }) =>
        results.splice(
          results.findIndex((r) => r.check_id === 'pawl.canary.python' && r.path === slow),
          1,
        ),
      'did not read it as python',
    ],
  ])('S03: %s', (_, change, why) => {
    expect(reasonFor(readChanged(change), 'head/slow.py')).toEqual([['tool-failed', expect.stringContaining(why)]]);
  });

  it('S01: generic patterns passed over a file that looked minified', () => {
    const result = readChanged((recorded) => {
      recorded.results = recorded.results.filter(({ check_id: rule }) => rule !== 'pawl.canary.read.0');
    });
    expect(reasonFor(result, 'head/a.conf')).toEqual([['tool-failed', expect.stringContaining('passed over')]]);
  });
});

describe('when a report cannot be believed', () => {
  it.each<[string, (recorded: Recorded) => void]>([
    ['a rule that is not pinned', ({ results }) => Object.assign(results[0] as object, { check_id: 'other' })],
    ['a file that was not asked about', ({ paths }) => paths.scanned.push('/etc/passwd')],
    ['an error about no file', ({ errors }) => errors.push({ type: 'Fatal error', message: 'm' })],
    ['a rule that was left out', (recorded) => Object.assign(recorded, { skipped_rules: [{}] })],
    ['an offset inside of a character', ({ results }) => move(results, 'py-eval', 8)],
    ['an offset past the end', ({ results }) => move(results, 'py-eval', 4000)],
  ])('it is not read: %s', (_, change) => {
    expect(() => readChanged(change)).toThrow(Error);
  });

  it('E13: another version is "could not tell", with what mends it', () => {
    const other = RECORDED.replace('"1.185.0"', '"1.184.0"');
    expect(() => read(other)).toThrow(
      expect.objectContaining({ code: 'wrong-version', next: 'pip install semgrep==1.185.0' }),
    );
    expect(() => read(other)).toThrow(AdapterError);
    expect(readOutput(scanner, { kind: 'done', value: outputOf(other) }, request).coverage.examined).toEqual([]);
  });

  it('it does not open a pin that somebody touched', () => {
    expect(scanner.rulesDigest).toMatch(/^[0-9a-f]{64}$/u);
    expect(scannerFromPin().rulesDigest).not.toBe(scanner.rulesDigest);
  });
});

function move(results: readonly object[], rule: string, offset: number): void {
  const found = results.find((each) => (each as { check_id: string }).check_id === rule) as object;
  Object.assign(found, { start: { line: 1, col: 1, offset } });
}
