import type { RawFinding } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { readOutput } from './read-output.ts';
import type { Scanner, ScanRequest, ScanResult } from './scanner.ts';

const request: ScanRequest = {
  files: [
    { file: 'a.py', blob: 'blob-a', text: 'eval(x)' },
    { file: 'b.py', blob: 'blob-b', text: 'pass' },
  ],
};
const done = { kind: 'done', value: 'raw' } as const;
const finding: RawFinding = {
  tool: 'probe',
  rule: 'R1',
  severity: 'high',
  message: 'eval',
  cwe: [],
  file: 'a.py',
  line: 1,
};
const examinedA = { file: 'a.py', blob: 'blob-a', by: 'probe' };
const examinedB = { file: 'b.py', blob: 'blob-b', by: 'probe' };
const complete: ScanResult = {
  findings: [finding],
  coverage: { examined: [examinedA, examinedB], notExamined: [] },
};

function scannerThat(read: (output: unknown) => ScanResult): Scanner {
  return {
    name: 'probe',
    scope: 'file',
    version: '1',
    rulesDigest: 'd',
    owes: () => true,
    plan: () => ({ kind: 'in-process', run: () => Promise.resolve('raw') }),
    read,
  };
}

function lost(file: 'a.py' | 'b.py', code: string, why: RegExp): object {
  return { file, blob: file === 'a.py' ? 'blob-a' : 'blob-b', by: 'probe', code, why: expect.stringMatching(why) };
}

describe('when the reader accounts for every file', () => {
  it('it passes findings and coverage on as they are', () => {
    expect(
      readOutput(
        scannerThat(() => complete),
        done,
        request,
      ),
    ).toEqual(complete);
  });

  it('it gives the reader what came back and the request', () => {
    const seen: unknown[] = [];
    readOutput(
      scannerThat((output) => {
        seen.push(output);
        return complete;
      }),
      done,
      request,
    );
    expect(seen).toEqual(['raw']);
  });

  it('it keeps what the reader says it could not examine', () => {
    const notExamined = [{ ...examinedB, code: 'syntax-error', why: 'line 3' }] as const;
    const result = { findings: [], coverage: { examined: [examinedA], notExamined } };
    expect(
      readOutput(
        scannerThat(() => result),
        done,
        request,
      ),
    ).toEqual(result);
  });
});

describe('when the run failed', () => {
  it.each(['timed-out', 'tool-failed'] as const)('it examines nothing and says %s of every file', (code) => {
    const never = scannerThat(() => {
      throw new Error('must not be read');
    });
    expect(readOutput(never, { kind: 'failed', code, why: 'killed' }, request)).toEqual({
      findings: [],
      coverage: { examined: [], notExamined: [lost('a.py', code, /^killed$/u), lost('b.py', code, /^killed$/u)] },
    });
  });
});

describe('when the tool is missing', () => {
  it('it examines nothing, and that is a failure of the tool', () => {
    const output = { kind: 'failed', code: 'tool-missing', why: 'bandit was not found' } as const;
    expect(
      readOutput(
        scannerThat(() => complete),
        output,
        request,
      ).coverage,
    ).toEqual({
      examined: [],
      notExamined: [lost('a.py', 'tool-failed', /^bandit was not/u), lost('b.py', 'tool-failed', /^bandit was not/u)],
    });
  });
});

describe('when the reader cannot be trusted', () => {
  const nothing = (why: RegExp): object => ({
    findings: [],
    coverage: { examined: [], notExamined: [lost('a.py', 'tool-failed', why), lost('b.py', 'tool-failed', why)] },
  });

  it('it examines nothing when the reader throws', () => {
    const throwing = scannerThat(() => {
      throw new SyntaxError('Unexpected end of JSON input');
    });
    expect(readOutput(throwing, done, request)).toEqual(nothing(/Unexpected end of JSON input/u));
  });

  it('it examines nothing when the reader returns nothing', () => {
    expect(
      readOutput(
        scannerThat(() => undefined as never),
        done,
        request,
      ),
    ).toEqual(nothing(/cannot be read/u));
  });

  it('it adds a file that the reader forgot', () => {
    const forgetful = scannerThat(() => ({
      findings: [finding],
      coverage: { examined: [examinedA], notExamined: [] },
    }));
    expect(readOutput(forgetful, done, request)).toEqual({
      findings: [finding],
      coverage: { examined: [examinedA], notExamined: [lost('b.py', 'tool-failed', /said nothing/u)] },
    });
  });

  it('it examines nothing when a finding is in a file that nobody asked about', () => {
    const stray = { ...finding, file: '/tmp/x/a.py' };
    const result = { ...complete, findings: [finding, stray] };
    expect(
      readOutput(
        scannerThat(() => result),
        done,
        request,
      ),
    ).toEqual(nothing(/not asked/u));
  });

  it('it examines nothing when coverage is claimed for a file that nobody asked about', () => {
    const coverage = { examined: [examinedA, examinedB, { ...examinedA, file: 'c.py' }], notExamined: [] };
    expect(
      readOutput(
        scannerThat(() => ({ findings: [], coverage })),
        done,
        request,
      ),
    ).toEqual(nothing(/c\.py/u));
  });

  it('it examines nothing when another content was examined than the one asked about', () => {
    const coverage = { examined: [examinedA, { ...examinedB, blob: 'blob-old' }], notExamined: [] };
    expect(
      readOutput(
        scannerThat(() => ({ findings: [], coverage })),
        done,
        request,
      ),
    ).toEqual(nothing(/b\.py/u));
  });

  it('it takes a file that is both examined and not examined for not examined', () => {
    const notExamined = [{ ...examinedA, code: 'syntax-error', why: 'line 3' }] as const;
    const result = { findings: [finding], coverage: { examined: [examinedA, examinedB], notExamined } };
    expect(
      readOutput(
        scannerThat(() => result),
        done,
        request,
      ),
    ).toEqual({ findings: [finding], coverage: { examined: [examinedB], notExamined } });
  });

  it.each([
    ['a line before the first', { line: 0 }, /line 0, which is not there, in "a\.py"/u],
    ['a line after the last', { line: 4 }, /line 4, which is not there/u],
    ['an end after the last line', { endLine: 4 }, /line 4, which is not there/u],
    ['an end before the beginning', { line: 2, endLine: 1 }, /ends before it begins/u],
    ['half a line', { line: 1.5 }, /line 1\.5/u],
    ['no line', { line: undefined as never }, /line undefined/u],
    ['a line in words', { line: '1' as never }, /line 1/u],
    ['an endless line', { line: Infinity }, /line Infinity/u],
    ['a column before the first', { column: 0 }, /column 0/u],
    ['an end that is no number', { endColumn: Number.NaN }, /column NaN/u],
    ['no rule', { rule: '' }, /finding of no rule/u],
    ['a message that is no text', { message: 7 as never }, /without a message/u],
  ])('it examines nothing when a finding has %s', (_, wrong, why) => {
    const asked = { files: request.files.map((file) => ({ ...file, text: 'one\ntwo\n' })) };
    const result = { ...complete, findings: [{ ...finding, ...wrong }] };
    expect(
      readOutput(
        scannerThat(() => result),
        done,
        asked,
      ),
    ).toEqual(nothing(why));
  });

  it.each(['\n', '\r\n', '\r', '\f', '\u2028', '\u0085'])('it knows a tool for which %j ends a line', (end) => {
    const asked = { files: request.files.map((file) => ({ ...file, text: `one${end}two` })) };
    const findings = [{ ...finding, line: 2, column: 1, endLine: 2, endColumn: 4 }];
    expect(
      readOutput(
        scannerThat(() => ({ ...complete, findings })),
        done,
        asked,
      ).findings,
    ).toEqual(findings);
  });
});

describe('when a scanner of trees is given files that it is not owed', () => {
  const ofTrees = (read: () => ScanResult): Scanner => ({
    ...scannerThat(read),
    scope: 'tree',
    owes: (file) => file === 'a.py',
  });
  const examining = (...examined: ScanResult['coverage']['examined']): ScanResult => ({
    findings: [],
    coverage: { examined, notExamined: [] },
  });
  const coverageOf = (read: () => ScanResult): ScanResult['coverage'] =>
    readOutput(ofTrees(read), done, request).coverage;

  it('one that the reader forgot is neither examined nor not examined', () => {
    expect(coverageOf(() => examining(examinedA))).toEqual({ examined: [examinedA], notExamined: [] });
  });

  it('an owed one that the reader forgot is not examined', () => {
    expect(coverageOf(() => examining())).toEqual({
      examined: [],
      notExamined: [lost('a.py', 'tool-failed', /said nothing/u)],
    });
  });

  it('what the reader says of one is no coverage', () => {
    const notExamined = [{ ...examinedB, code: 'no-profile', why: 'other' }] as const;
    expect(coverageOf(() => ({ findings: [], coverage: { examined: [examinedA], notExamined } }))).toEqual({
      examined: [examinedA],
      notExamined: [],
    });
    expect(coverageOf(() => examining(examinedA, examinedB)).examined).toEqual([examinedA]);
  });

  it('its findings count', () => {
    const inB = { ...finding, file: 'b.py' };
    const read = (): ScanResult => ({ ...examining(examinedA), findings: [inB] });
    expect(readOutput(ofTrees(read), done, request).findings).toEqual([inB]);
  });

  it('another content of one is refused like that of any file', () => {
    expect(coverageOf(() => examining(examinedA, { ...examinedB, blob: 'blob-old' })).examined).toEqual([]);
  });

  it('a run that failed examined none of the owed ones', () => {
    const failed = { kind: 'failed', code: 'timed-out', why: 'killed' } as const;
    expect(readOutput(ofTrees(examining), failed, request).coverage).toEqual({
      examined: [],
      notExamined: [lost('a.py', 'timed-out', /^killed$/u)],
    });
  });
});

describe('when a scanner of files does not know a path of the request', () => {
  it('the file was owed by its real path all the same', () => {
    const scanner: Scanner = { ...scannerThat(() => complete), owes: () => false };
    expect(readOutput(scanner, done, request)).toEqual(complete);
    const forgetful: Scanner = {
      ...scanner,
      read: () => ({ findings: [], coverage: { examined: [], notExamined: [] } }),
    };
    expect(readOutput(forgetful, done, request).coverage.notExamined).toHaveLength(2);
  });
});
