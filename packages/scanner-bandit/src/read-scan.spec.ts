import { AdapterError, type CommandResult, type ScanRequest } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { type Report, runThatSays, saidOfAsserts, scannerFromRecord, VERSION_SAID } from './said.fixture.ts';

const scanner = await scannerFromRecord();
const request: ScanRequest = {
  files: [
    { file: 'a.py', blob: 'blob-a', text: 'assert ok\n' },
    { file: 'b.py', blob: 'blob-b', text: 'assert ok\n' },
  ],
};
const { report } = saidOfAsserts(request, '/f');

function outputOf(
  said: Report,
  change: Partial<{ version: string; status: number; stderr: string }> = {},
): CommandResult {
  const { result, steps = [] } = runThatSays(said);
  const { version = VERSION_SAID, status = steps[1]?.status ?? -1, stderr = '' } = change;
  const scanned = { status, stdout: '', stderr };
  return { steps: [{ status: 0, stdout: version, stderr: '' }, scanned], result, folder: '/f' };
}

describe('when Bandit did its work', () => {
  it('it gives its findings in our terms', () => {
    const { findings, coverage } = scanner.read(outputOf(report), request);
    expect(findings).toHaveLength(2);
    expect(findings[0]).toStrictEqual({
      tool: 'bandit',
      rule: 'B101',
      severity: 'low',
      message: 'Use of assert detected. The enclosed code will be removed when compiling to optimised byte code.',
      cwe: ['CWE-703'],
      file: 'a.py',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 10,
    });
    expect(coverage.examined.map(({ file }) => file)).toEqual(['a.py', 'b.py']);
  });

  it.each([
    ['HIGH', 'high'],
    ['MEDIUM', 'medium'],
    ['LOW', 'low'],
    ['UNDEFINED', 'medium'],
  ])('it reads severity %s as %s, whatever the confidence', (rank, severity) => {
    for (const confidence of ['HIGH', 'MEDIUM', 'LOW', 'UNDEFINED']) {
      const results = report.results.map((each) => ({ ...each, issue_severity: rank, issue_confidence: confidence }));
      const recount = (counts: object): object => ({ ...counts, 'SEVERITY.LOW': 0, [`SEVERITY.${rank}`]: 1 });
      const metrics = Object.fromEntries(
        Object.entries(report.metrics).map(([path, counts]) => [path, recount(counts)]),
      );
      const { findings } = scanner.read(outputOf({ ...report, results, metrics }), request);
      expect(findings.map((finding) => finding.severity)).toEqual([severity, severity]);
    }
  });

  it('it invents no CWE', () => {
    const results = report.results.map((each) => ({ ...each, issue_cwe: {} }));
    expect(scanner.read(outputOf({ ...report, results }), request).findings.map(({ cwe }) => cwe)).toEqual([[], []]);
  });

  it.each(['B105', 'B106', 'B107'])('it passes no password on: %s', (test) => {
    const results = report.results.map((each) => ({
      ...each,
      test_id: test,
      issue_text: "Possible hardcoded password: 'x1'",
    }));
    const { findings } = scanner.read(outputOf({ ...report, results }), request);
    expect(findings.map(({ message }) => message)).toEqual([
      'Possible hardcoded password.',
      'Possible hardcoded password.',
    ]);
  });
});

describe('when something else answered than what is pinned', () => {
  it.each([
    ['another Bandit', { version: VERSION_SAID.replace('1.9.4', '1.9.5') }, 'wrong-version'],
    ['another Python', { version: VERSION_SAID.replace('3.11', '3.12') }, 'wrong-version'],
    ['fewer tests', { stderr: '[extension_loader]\tWARNING\tUnknown test found in profile: B101\n' }, 'rules-missing'],
  ] as const)('it says so: %s', (_, change, code) => {
    const read = (): unknown => scanner.read(outputOf(report, change), request);
    expect(read).toThrow(AdapterError);
    expect(read).toThrow(expect.objectContaining({ code }));
  });
});

describe('when the report does not add up', () => {
  const [first, ...rest] = report.results;
  const silenced = { ...report.metrics['/f/a.py'], skipped_tests: 1 };

  it.each<[string, Report, Parameters<typeof outputOf>[1]]>([
    ['a result is missing', { ...report, results: rest }, {}],
    ['a result is there twice', { ...report, results: [...report.results, first as object] }, {}],
    ['a result has moved to another file', { ...report, results: [rest[0] as object, ...rest] }, {}],
    ['a comment was obeyed', { ...report, metrics: { ...report.metrics, '/f/a.py': silenced } }, {}],
    ['it found something and ended with 0', report, { status: 0 }],
    ['it speaks of a file that is not there', { ...report, errors: [{ filename: '/g/a.py', reason: 'x' }] }, {}],
    ['a line is not in the file', { ...report, results: [{ ...first, line_range: [9] }, ...rest] }, {}],
    [
      'it complains of a file that is not there',
      report,
      { stderr: '[tester]\tERROR\tBandit internal error running: t on file /g/a.py at line 1: x\n' },
    ],
  ])('it is not believed: %s', (_, said, change) => {
    expect(() => scanner.read(outputOf(said, change), request)).toThrow();
  });
});
