import { describe, expect, it } from 'vitest';
import { judgeInvariants, type SourceText } from './index.ts';
import { localSyntax } from './testing/local-syntax.ts';

const syntax = localSyntax();
const source = (file: string, blob: string, text: string): SourceText => ({ file, blob, text });

const guarded = 'def f(p):\n    if not p.startswith(ROOT):\n        raise ValueError(p)\n    return read(p)\n';
const unguarded = 'def f(p):\n    return read(p)\n';
const broken = 'def f(p:\n    return read(p)\n';

describe('when both versions of a file parse', () => {
  it('has examined both', async () => {
    const { baseCoverage, headCoverage } = await judgeInvariants(
      [{ base: source('a.py', '1', guarded), head: source('b.py', '2', guarded) }],
      syntax,
    );
    expect(baseCoverage).toEqual({ examined: [{ file: 'a.py', blob: '1', by: 'invariants' }], notExamined: [] });
    expect(headCoverage).toEqual({ examined: [{ file: 'b.py', blob: '2', by: 'invariants' }], notExamined: [] });
  });

  it('says what was lost as a reviewer would', async () => {
    const pairs = [{ base: source('a.py', '1', guarded), head: source('a.py', '2', unguarded) }];
    const { findings } = await judgeInvariants(pairs, syntax);
    expect(findings).toMatchObject([
      {
        tool: 'invariants',
        kind: 'lost-defence',
        rule: 'lost-guard',
        severity: 'high',
        message: '`f` no longer rejects `not p.startswith(ROOT)` (lost guard, line 2 of the locked version)',
        cwe: ['CWE-693'],
        location: { file: 'a.py', line: 2, symbol: 'f' },
        snippet: 'not p.startswith(ROOT)',
      },
    ]);
    expect(findings[0]?.fingerprint).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('gives one answer, whatever the order of the files', async () => {
    const pairs = [
      { base: source('a.py', '1', guarded), head: source('a.py', '2', unguarded) },
      { base: source('b.py', '3', unguarded), head: source('b.py', '4', guarded.replace('def f', 'def g')) },
    ];
    const forth = await judgeInvariants(pairs, syntax);
    const back = await judgeInvariants(pairs.toReversed(), syntax);
    expect(forth.findings).toMatchObject([{ rule: 'lost-guard', location: { file: 'a.py', symbol: 'f' } }]);
    expect(back.findings).toEqual(forth.findings);
  });
});

describe('when a version does not parse', () => {
  it('has not examined a head that broke, and does not guess what it lost', async () => {
    const pairs = [{ base: source('a.py', '1', guarded), head: source('a.py', '2', broken) }];
    const { findings, baseCoverage, headCoverage } = await judgeInvariants(pairs, syntax);
    expect(findings).toEqual([]);
    expect(baseCoverage.examined).toHaveLength(1);
    expect(headCoverage).toMatchObject({
      examined: [],
      notExamined: [{ file: 'a.py', blob: '2', code: 'syntax-error' }],
    });
    expect(headCoverage.notExamined[0]?.why).toMatch(/line \d/u);
  });

  it('judges what parses where both are broken, and has examined neither', async () => {
    const pairs = [
      { base: source('a.py', '1', `${guarded}x = (\n`), head: source('a.py', '2', `${unguarded}x = (\n`) },
    ];
    const { findings, baseCoverage, headCoverage } = await judgeInvariants(pairs, syntax);
    expect(findings).toMatchObject([{ rule: 'lost-guard' }]);
    expect(baseCoverage).toMatchObject({ examined: [], notExamined: [{ code: 'syntax-error' }] });
    expect(headCoverage).toMatchObject({ examined: [], notExamined: [{ code: 'syntax-error' }] });
  });

  it('finds a suppression in it all the same', async () => {
    const pairs = [{ base: source('a.py', '1', guarded), head: source('a.py', '2', `f()  # nosec\n${broken}`) }];
    expect((await judgeInvariants(pairs, syntax)).introducedSuppressions).toMatchObject([{ tool: 'bandit' }]);
  });

  it('says so where a file nests too deep', async () => {
    const deep = `x = ${'('.repeat(2_500)}1${')'.repeat(2_500)}\n`;
    const { headCoverage } = await judgeInvariants([{ head: source('a.py', '1', deep) }], syntax);
    expect(headCoverage).toMatchObject({ examined: [], notExamined: [{ code: 'too-deep' }] });
  });
});

describe('when a file is in no language with a profile', () => {
  it('has not examined code', async () => {
    const { headCoverage } = await judgeInvariants([{ head: source('main.swift', '1', 'import A') }], syntax);
    const why = 'Pawl has no profile for Swift yet';
    expect(headCoverage.notExamined).toEqual([
      { file: 'main.swift', blob: '1', by: 'invariants', code: 'unread-language', why },
    ]);
  });

  it('loses coverage of code that is renamed to it', async () => {
    const pairs = [{ base: source('a.py', '1', guarded), head: source('a.lua', '1', guarded) }];
    const { baseCoverage, headCoverage } = await judgeInvariants(pairs, syntax);
    expect(baseCoverage.examined).toHaveLength(1);
    expect(headCoverage).toMatchObject({ examined: [], notExamined: [{ code: 'unread-language' }] });
  });

  it('does not owe prose and data', async () => {
    const pairs = [{ head: source('README.md', '1', '# nosec') }, { head: source('a.json', '2', '{}') }];
    const { headCoverage, introducedSuppressions } = await judgeInvariants(pairs, syntax);
    expect(headCoverage).toEqual({ examined: [], notExamined: [] });
    expect(introducedSuppressions).toEqual([]);
  });
});

describe('when code moves into a folder of tests', () => {
  it('is judged as the code that it was', async () => {
    const pairs = [{ base: source('src/a.py', '1', guarded), head: source('tests/a.py', '2', unguarded) }];
    expect((await judgeInvariants(pairs, syntax)).findings).toMatchObject([{ rule: 'lost-guard' }]);
  });

  it('does not take an assertion of a test for a defence', async () => {
    const text = (line: string): string => `def test_f():\n    x = f()\n${line}    g(x)\n`;
    const pairs = [
      { base: source('tests/test_a.py', '1', text('    assert x\n')), head: source('tests/test_a.py', '2', text('')) },
    ];
    expect((await judgeInvariants(pairs, syntax)).findings).toEqual([]);
  });
});

describe('E02 when lines end in carriage returns alone', () => {
  it.each(['a.py', 'a.js', 'a.java'])('has not examined %s', async (file) => {
    const { headCoverage } = await judgeInvariants([{ head: source(file, '1', '// x\rf(y)\r') }], syntax);
    expect(headCoverage).toMatchObject({ examined: [], notExamined: [{ code: 'syntax-error' }] });
  });
});
