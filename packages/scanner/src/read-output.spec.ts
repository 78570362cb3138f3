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
});
