import { readOutput, type ScanResult, type SourceFile } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { codeqlAdapter } from './codeql-adapter.ts';
import {
  at,
  extracted,
  FOLDER,
  logOf,
  type Part,
  pinOf,
  ran,
  resultAt,
  runOf,
  type Said,
} from './codeql-says.fixture.ts';
import { type Language, languagesOf } from './languages.ts';

const source = (file: string, text = 'one\ntwo\n'): SourceFile => ({ file, blob: `blob of ${file}`, text });
const settings = { languages: ['javascript', 'python'] };
const [js, py] = languagesOf(settings) as readonly [Language, Language];
const request = { files: [source('src/a.js'), source('b.py'), source('c.py'), source('README.md')] };
const scanner = codeqlAdapter.open(settings, pinOf(settings));

const readLog = (log: string): ScanResult => scanner.read(ran(settings, log), request);
const read = (python: Said = {}, javascript: Said = {}): ScanResult =>
  readLog(logOf(runOf(js, request, javascript), runOf(py, request, python)));
const trouble = (id: string, more: Part): Part => ({ descriptor: { id }, message: { text: 'no parse' }, ...more });
const refused = (name: string, code?: string): unknown => expect.objectContaining({ name, ...(code && { code }) });

describe('when CodeQL examined a tree', () => {
  it('it gives the findings of every language and accounts for every file of one of them', () => {
    const result = read({ results: [resultAt('b.py', 2)] }, { results: [resultAt('src/a.js')] });
    expect(result.findings).toMatchObject([
      { tool: 'codeql', rule: 'x/sql-injection', file: 'src/a.js', line: 1, column: 1, endColumn: 4 },
      { tool: 'codeql', file: 'b.py', line: 2 },
    ]);
    expect(result.coverage).toEqual({
      examined: ['src/a.js', 'b.py', 'c.py'].map((file) => ({ file, blob: `blob of ${file}`, by: 'codeql' })),
      notExamined: [],
    });
  });

  it('it finds the runs in whatever order they were merged', () => {
    expect(readLog(logOf(runOf(py, request), runOf(js, request))).coverage.examined).toHaveLength(3);
  });

  it('it tells columns in UTF-16 units', () => {
    const files = [source('b.py', '"😀"; x\n')];
    const python = { languages: ['python'] };
    const run = runOf(py, { files }, { results: [resultAt('b.py')], run: { columnKind: 'unicodeCodePoints' } });
    const { findings } = codeqlAdapter.open(python, pinOf(python)).read(ran(python, logOf(run)), { files });
    expect(findings).toMatchObject([{ column: 1, endColumn: 5 }]);
  });
});

describe('S03 when CodeQL could not extract a file', () => {
  const lost = (...notifications: readonly Part[]): readonly unknown[] =>
    read({ notifications: [extracted(py, 'b.py'), extracted(py, 'c.py'), ...notifications] }).coverage.notExamined;

  it.each<[string, Part]>([
    ['an error', trouble('py/diagnostics/extraction-errors', { level: 'error', locations: [at('b.py')] })],
    ['a warning', trouble('py/diagnostics/extraction-warnings', { level: 'warning', locations: [at('b.py')] })],
    ['a warning that gives no level', trouble('js/parse-error', { locations: [at('b.py')] })],
    ['an error that plays itself down', trouble('cs/extraction-error', { level: 'none', locations: [at('b.py')] })],
    ['an error that names it in its text', { level: 'error', message: { text: `parse error in ${FOLDER}/b.py: x` } }],
    ['a warning with a name nobody knows', trouble('py/new-thing', { level: 'warning', locations: [at('b.py')] })],
  ])('it was not examined, although it is listed as extracted: %s', (_, notification) => {
    expect(lost(notification)).toEqual([
      { file: 'b.py', blob: 'blob of b.py', by: 'codeql', code: 'syntax-error', why: expect.stringContaining('parse') },
    ]);
  });

  it.each<[string, Part]>([
    ['a warning about no file', { level: 'warning' }],
    ['one that gives no level', {}],
    ['one that plays itself down', { level: 'none' }],
    ['one that names in its text a file of no language', { message: { text: 'no parse, see README.md' } }],
    ['one that is located elsewhere', { locations: [at('/usr/lib/x.py')] }],
    ['one that is located in the whole tree', { locations: [at('./')] }],
  ])('no file of its language was examined where it could not extract, and does not say what: %s', (_, more) => {
    const { examined, notExamined } = read({
      notifications: [
        extracted(py, 'b.py'),
        extracted(py, 'c.py'),
        trouble('py/diagnostics/extraction-warnings', more),
      ],
    }).coverage;
    expect(examined.map(({ file }) => file)).toEqual(['src/a.js']);
    expect(notExamined).toMatchObject([
      { file: 'b.py', code: 'syntax-error' },
      { file: 'c.py', code: 'syntax-error' },
    ]);
  });

  it('it lost nothing by trouble in a file that is of no language, or by a warning of another kind', () => {
    const inReadme = trouble('py/diagnostics/extraction-warnings', { locations: [at('README.md')] });
    expect(lost(inReadme, trouble('cli/slow', { level: 'warning' }))).toEqual([]);
  });

  it('it lost all files below a folder that an error is located in', () => {
    const files = [source('lib/a.py'), source('lib/in/b.py'), source('library.py')];
    const python = { languages: ['python'] };
    const failed = trouble('py/diagnostics/extraction-errors', { level: 'error', locations: [at('lib/')] });
    const told = [...files.map(({ file }) => extracted(py, file)), failed];
    const log = logOf(runOf(py, { files }, { notifications: told }));
    const { coverage } = codeqlAdapter.open(python, pinOf(python)).read(ran(python, log), { files });
    expect(coverage.notExamined).toMatchObject([{ file: 'lib/a.py' }, { file: 'lib/in/b.py' }]);
    expect(coverage.examined).toMatchObject([{ file: 'library.py' }]);
  });

  it('it lost a file whose name has blanks and brackets, which only the text names', () => {
    const files = [source('app/[a b]/c, d.py')];
    const python = { languages: ['python'] };
    const failed = { level: 'error', message: { text: `no parse of ${FOLDER}/app/[a b]/c, d.py` } };
    const log = logOf(runOf(py, { files }, { notifications: [extracted(py, 'app/[a b]/c, d.py'), failed] }));
    const { coverage } = codeqlAdapter.open(python, pinOf(python)).read(ran(python, log), { files });
    expect(coverage).toMatchObject({ examined: [], notExamined: [{ file: 'app/[a b]/c, d.py' }] });
  });

  it('it takes telemetry for what it is', () => {
    const told = { descriptor: { id: 'cli/platform' }, level: 'none', message: { text: 'b.py' } };
    expect(lost(told, { ...told, level: 'note' })).toEqual([]);
  });

  it('it was not examined where it is not in the list of extracted files', () => {
    const { examined, notExamined } = read({ notifications: [extracted(py, 'c.py')] }).coverage;
    expect(examined.map(({ file }) => file)).toEqual(['src/a.js', 'c.py']);
    expect(notExamined).toMatchObject([{ file: 'b.py', code: 'tool-failed' }]);
  });

  it('S12 nothing was examined where the suite has no diagnostic queries', () => {
    const { notExamined } = read({ notifications: [] }).coverage;
    expect(notExamined).toMatchObject(
      ['b.py', 'c.py'].map((file) => ({ file, why: expect.stringContaining('diagnostic queries') })),
    );
  });

  it('it does not take the list of one language for that of another', () => {
    const listed = [extracted(js, 'b.py'), extracted(py, 'c.py')];
    expect(read({ notifications: listed }).coverage.notExamined).toMatchObject([{ file: 'b.py' }]);
  });
});

describe('O03 when CodeQL did not do its work', () => {
  it.each<[string, Part]>([
    ['an error about no file', { level: 'error', message: { text: 'out of memory' } }],
    ['an error about a file elsewhere', trouble('x', { level: 'error', locations: [at('/usr/lib/x.py')] })],
    ['an error about a file that is not there', trouble('x', { level: 'error', locations: [at('gone.py')] })],
    ['an error about a file of another language', trouble('x', { level: 'error', locations: [at('src/a.js')] })],
    ['an error about a file of no language', trouble('x', { level: 'error', locations: [at('README.md')] })],
    ['an error that names in its text a file of no language', { level: 'error', message: { text: 'no README.md' } }],
  ])('it refuses %s', (_, notification) => {
    const notifications = [extracted(py, 'b.py'), extracted(py, 'c.py'), notification];
    expect(() => read({ notifications })).toThrow(refused('SarifError', 'tool-error-notification'));
  });

  it('it refuses a failed execution', () => {
    expect(() => read({ run: { invocations: [{ executionSuccessful: false }] } })).toThrow(
      refused('SarifError', 'failed-invocation'),
    );
  });

  it.each([
    ['one language is missing', [runOf(js, request)]],
    ['one language is there twice', [runOf(js, request), runOf(js, request)]],
    [
      'another language is there',
      [runOf(js, request), runOf(py, request, { run: { automationDetails: { id: 'x/' } } })],
    ],
    ['a run does not say its language', [runOf(js, request), { ...runOf(py, request), automationDetails: {} }]],
    ['there is a run too many', [runOf(js, request), runOf(py, request), runOf(py, request)]],
  ])('it refuses a log in which %s', (_, runs) => {
    expect(() => readLog(logOf(...runs))).toThrow(/^the log has/u);
  });

  it.each([
    ['another version', { name: 'CodeQL', semanticVersion: '2.24.2' }],
    ['no version', { name: 'CodeQL' }],
    ['another tool', { name: 'CodeQL (not)', semanticVersion: '2.24.1' }],
  ])('E13 it refuses a log of %s', (_, driver) => {
    expect(() => read({ run: { tool: { driver } } })).toThrow(refused('AdapterError', 'wrong-version'));
  });
});

describe('E12 and U05 when results are played with', () => {
  it('it counts two results that claim one fingerprint as two', () => {
    const claims = { partialFingerprints: { primaryLocationLineHash: '1:1' }, guid: 'g' };
    expect(read({ results: [resultAt('b.py', 1, claims), resultAt('b.py', 2, claims)] }).findings).toHaveLength(2);
  });

  it('it keeps what CodeQL itself suppresses, and marks it', () => {
    const suppressed = resultAt('b.py', 1, { suppressions: [{ kind: 'inSource' }] });
    const unchanged = resultAt('b.py', 2, { baselineState: 'unchanged', kind: 'pass', level: 'none' });
    expect(read({ results: [suppressed, unchanged] }).findings).toMatchObject([{ suppressed: true }, { line: 2 }]);
  });

  it.each([
    ['beyond the end of its file', resultAt('b.py', 4)],
    ['in a file that is not there', resultAt('d.py')],
  ])('it refuses a result %s', (_, result) => {
    expect(() => read({ results: [result] })).toThrow(refused('SarifError', 'stale'));
  });

  it('it examines nothing where a path climbs out', () => {
    const log = logOf(runOf(js, request), runOf(py, request, { results: [resultAt('../b.py')] }));
    const { coverage } = readOutput(scanner, { kind: 'done', value: ran(settings, log) }, request);
    expect(coverage.examined).toEqual([]);
  });
});
