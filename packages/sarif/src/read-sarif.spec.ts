import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { logOf, logWith, result, run } from './testing/log-of.ts';

const findings = (text: string): unknown => readSarif(text).runs[0]?.findings;

describe('when a log is whole', () => {
  it('it gives the tool, its rules and its findings', () => {
    expect(readSarif(logWith({ rule: { name: 'NoEval', shortDescription: { text: 'No eval.' } } }))).toEqual({
      runs: [
        {
          tool: { name: 'probe', version: '1.2' },
          rules: [{ id: 'R1', name: 'NoEval', description: 'No eval.', severity: 'medium', cwe: [] }],
          findings: [
            {
              tool: 'probe',
              rule: 'R1',
              severity: 'medium',
              message: 'eval of input',
              cwe: [],
              file: 'src/a.ts',
              line: 3,
            },
          ],
          category: null,
          columnKind: null,
          notifications: [],
          targets: [],
          hashes: [],
          revisions: [],
        },
      ],
    });
  });

  it('it is clean when the tool ran and found nothing', () => {
    expect(findings(logOf({ ...run, results: [] }))).toEqual([]);
  });

  it('it keeps runs apart and says when a version is not known', () => {
    const other = { tool: { driver: { name: 'other' } }, results: [] };
    expect(readSarif(logOf(run, other)).runs.map(({ tool }) => tool)).toEqual([
      { name: 'probe', version: '1.2' },
      { name: 'other', version: null },
    ]);
  });

  it('it prefers the semantic version', () => {
    const tool = { driver: { name: 'x', version: 'build 7', semanticVersion: '1.2.3' } };
    expect(readSarif(logOf({ tool, results: [] })).runs[0]?.tool.version).toBe('1.2.3');
  });

  it('it gives findings the name that the caller uses', () => {
    expect(readSarif(logOf(run), { tool: 'my-scanner' }).runs[0]?.findings[0]?.tool).toBe('my-scanner');
  });

  it('it never cuts a flood short', () => {
    const flood = Array.from({ length: 20_000 }, () => result);
    expect(findings(logOf({ ...run, results: flood }))).toHaveLength(20_000);
  });
});

describe('U05 when a log says that its results do not count', () => {
  const plain = { tool: 'probe', rule: 'R1', message: 'eval of input', cwe: [], file: 'src/a.ts', line: 3 };

  it.each([
    ['unchanged', { baselineState: 'unchanged' }, 'medium'],
    ['absent', { baselineState: 'absent' }, 'medium'],
    ['passed', { kind: 'pass' }, 'medium'],
    ['not applicable', { kind: 'notApplicable' }, 'medium'],
    ['of no level', { level: 'none' }, 'info'],
    ['with no suppression in the list', { suppressions: [] }, 'medium'],
    ['with a suppression that was rejected', { suppressions: [{ kind: 'external', status: 'rejected' }] }, 'medium'],
    ['with a suppression under review', { suppressions: [{ kind: 'external', status: 'underReview' }] }, 'medium'],
  ])('it keeps a result that is %s', (_, change, severity) => {
    expect(findings(logWith({ result: change }))).toEqual([{ ...plain, severity }]);
  });

  it.each([
    ['in the source', [{ kind: 'inSource' }]],
    ['from outside', [{ kind: 'external', status: 'accepted' }]],
    ['among rejected ones', [{ kind: 'external', status: 'rejected' }, { kind: 'inSource' }]],
  ])('it keeps and marks a result that is suppressed %s', (_, suppressions) => {
    expect(findings(logWith({ result: { suppressions } }))).toEqual([
      { ...plain, severity: 'medium', suppressed: true },
    ]);
  });
});

describe('when a result is about several places', () => {
  it('it is one finding for each', () => {
    const at = (uri: string, startLine: number): object => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
    });
    expect(findings(logWith({ result: { locations: [at('a.ts', 1), at('b.ts', 2)] } }))).toMatchObject([
      { file: 'a.ts', line: 1 },
      { file: 'b.ts', line: 2 },
    ]);
  });
});

describe('E12 when a result stands for several', () => {
  it('it is as many findings as it says', () => {
    expect(findings(logWith({ result: { occurrenceCount: 3 } }))).toHaveLength(3);
  });

  it.each([
    [0, 'bad-number'],
    [1001, 'bad-number'],
    [null, 'wrong-type'],
  ])('it refuses %s times', (occurrenceCount, code) => {
    expect(() => readSarif(logWith({ result: { occurrenceCount } }))).toThrow(expect.objectContaining({ code }));
  });
});

describe('E12 when a log brings fingerprints of its own', () => {
  it('it counts two results that claim to be one as two', () => {
    const claims = { guid: 'a', correlationGuid: 'b', fingerprints: { x: '1' }, partialFingerprints: { y: '1' } };
    const twin = { ...result, ...claims };
    expect(findings(logOf({ ...run, results: [twin, twin] }))).toHaveLength(2);
  });
});

describe('when a result has a region', () => {
  const withRegion = (region: object | undefined): string =>
    logWith({ result: { locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' }, region } }] } });

  it('it takes lines and columns', () => {
    expect(findings(withRegion({ startLine: 3, startColumn: 5, endLine: 4, endColumn: 1 }))).toMatchObject([
      { line: 3, column: 5, endLine: 4, endColumn: 1 },
    ]);
  });

  it('it begins with the line where only the end is given', () => {
    expect(findings(withRegion({ startLine: 3, endColumn: 9 }))).toMatchObject([{ line: 3, column: 1, endColumn: 9 }]);
  });

  it('it takes the first line where the whole file is meant', () => {
    expect(findings(withRegion(undefined))).toMatchObject([{ file: 'a.ts', line: 1 }]);
  });

  it.each([
    ['a line before the first', 'bad-number', { startLine: 0 }],
    ['a negative line', 'bad-number', { startLine: -7 }],
    ['a fraction', 'bad-number', { startLine: 1.5 }],
    ['an unsafe integer', 'bad-number', { startLine: 2 ** 53 }],
    ['an end before the start', 'bad-number', { startLine: 9, endLine: 3 }],
    ['a column before the first', 'bad-number', { startLine: 1, startColumn: 0 }],
    ['an end column before the start', 'bad-number', { startLine: 1, startColumn: 5, endColumn: 4 }],
    ['a line as a text', 'wrong-type', { startLine: '3' }],
    ['a line that is null', 'wrong-type', { startLine: null }],
    ['no line', 'missing-field', { charOffset: 7 }],
  ])('it refuses %s as %s', (_, code, region) => {
    expect(() => readSarif(withRegion(region))).toThrow(expect.objectContaining({ name: 'SarifError', code }));
  });

  it('it refuses a line that JSON reads as infinity', () => {
    const text = withRegion({ startLine: 3 }).replace('"startLine":3', '"startLine":1e999');
    expect(() => readSarif(text)).toThrow(expect.objectContaining({ code: 'bad-number' }));
  });
});
