import type { Finding } from '@pawl/findings';
import { NO_COVERAGE } from '@pawl/findings';
import { readSarif } from '@pawl/sarif';
import { decide, DEFAULT_POLICY, type Evidence, type Verdict } from '@pawl/verdict';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { humanSarif, type SarifContext } from './sarif.ts';

const found = (over: Partial<Finding> & { readonly file?: string; readonly line?: number } = {}): Finding => {
  const { file = 'src/a.js', line = 3, ...rest } = over;
  return {
    tool: 'javascript',
    rule: 'code-eval',
    severity: 'high',
    message: 'Text is run as code.',
    cwe: ['CWE-95'],
    location: { file, line, column: 2, endLine: line, endColumn: 9, symbol: 'run' },
    snippet: 'eval(x)',
    fingerprint: 'a'.repeat(32),
    ...rest,
  };
};
const NOTHING = { introduced: [], worsened: [], resolved: [], persisting: [], moved: [] };
const coverage: Evidence['coverage'] = {
  base: NO_COVERAGE,
  head: NO_COVERAGE,
  renames: new Map(),
  deleted: new Set(),
};

const verdictOn = (evidence: Evidence): Verdict => ({
  ...decide(evidence, DEFAULT_POLICY),
  schema: 'pawl/verdict@1',
  base: 'b'.repeat(40),
  head: 'c'.repeat(40),
  tier: 'full',
  assurance: 'unsigned',
  drift: null,
  timings: {},
});
const runOn = (given: Partial<Evidence>, context: SarifContext = {}): Run => {
  const evidence = { coverage, invariants: [], ...given };
  const text = humanSarif(verdictOn(evidence), { evidence, ...context });
  return (JSON.parse(text) as Log).runs[0] as Run;
};
const resultsOn = (given: Partial<Evidence>) =>
  (runOn(given).results ?? []).map(({ ruleId, baselineState, partialFingerprints }) => [
    ruleId,
    baselineState,
    partialFingerprints?.['pawl/v1']?.[0],
  ]);

describe('when a change is compared with its base', () => {
  it('it says of each finding what became of it', () => {
    const [b, c, d, e] = ['b', 'c', 'd', 'e'].map((digit) => digit.repeat(32));
    const delta = {
      introduced: [found()],
      worsened: [
        { base: found({ severity: 'low', fingerprint: b ?? '' }), head: found({ fingerprint: b ?? '', line: 9 }) },
      ],
      persisting: [{ base: found({ fingerprint: c ?? '' }), head: found({ fingerprint: c ?? '' }) }],
      moved: [{ base: found({ fingerprint: d ?? '' }), head: found({ fingerprint: d ?? '', file: 'src/b.js' }) }],
      resolved: [found({ fingerprint: e ?? '', file: 'src/old.js' })],
    };
    expect(resultsOn({ delta })).toEqual([
      ['javascript/code-eval', 'new', 'a'],
      ['javascript/code-eval', 'updated', 'b'],
      ['pawl/severity-total', 'new', expect.any(String)],
      ['javascript/code-eval', 'unchanged', 'c'],
      ['javascript/code-eval', 'unchanged', 'd'],
      ['javascript/code-eval', 'absent', 'e'],
    ]);
  });

  it('it tells ten copies of one finding as ten, each with a name of its own', () => {
    const copies = Array.from({ length: 10 }, (_, index) => found({ line: index + 1 }));
    const results = runOn({ delta: { ...NOTHING, introduced: copies } }).results ?? [];
    const copiesTold = results.filter(({ ruleId }) => ruleId === 'javascript/code-eval');
    expect(new Set(copiesTold.map(({ partialFingerprints }) => partialFingerprints?.['pawl/v1'])).size).toBe(1);
    expect(new Set(copiesTold.map(({ partialFingerprints }) => partialFingerprints?.['pawl/occurrence/v1'])).size).toBe(
      10,
    );
  });

  it('it takes the exact place of each finding', () => {
    const [result] = runOn({ delta: { ...NOTHING, introduced: [found()] } }).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'src/a.js', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 9 },
    });
  });

  it('it tells a suppressed finding like any other: whoever is judged wrote the suppression', () => {
    const run = runOn({ delta: { ...NOTHING, introduced: [found({ suppressed: true })] } });
    expect(run.results?.every((result) => !('suppressions' in result))).toBe(true);
  });

  it('it shows what is about no place at the worst new finding, since platforms refuse a result that is nowhere', () => {
    const run = runOn({ delta: { ...NOTHING, introduced: [found({ file: 'src/z.js', line: 7 })] } });
    const total = run.results?.find(({ ruleId }) => ruleId === 'pawl/severity-total');
    expect(total?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'src/z.js' },
      region: { startLine: 7 },
    });
  });
});

describe('when a defence is lost', () => {
  it('it says so by the rule of the comparison, with its own help', () => {
    const lost = {
      ...found({ tool: 'invariants', rule: 'lost-guard', cwe: ['CWE-693'] }),
      kind: 'lost-defence' as const,
    };
    const run = runOn({ invariants: [lost] });
    expect(run.results).toMatchObject([
      {
        ruleId: 'invariants/lost-guard',
        baselineState: 'new',
        properties: { kind: 'lost-defence', outcome: 'regression' },
      },
    ]);
    expect(run.tool.driver.rules).toMatchObject([
      {
        id: 'invariants/lost-guard',
        shortDescription: { text: 'A guard is gone' },
        properties: { tags: ['security', 'external/cwe/cwe-693'], 'security-severity': '8.0' },
      },
    ]);
  });
});

describe('when a file was not examined', () => {
  const why = 'it has 20000000 bytes';
  const record = { file: 'src/big.js', blob: '1', by: 'javascript', code: 'too-large' as const, why };

  it('it is a failed run that names the file, and nothing is called clean', () => {
    const evidence = { coverage: { ...coverage, head: { examined: [], notExamined: [record] } } };
    expect(runOn(evidence).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            descriptor: { id: 'too-large' },
            message: { text: why },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'src/big.js' } } }],
          },
        ],
      },
    ]);
  });

  it('it is a result and a failure where it was examined before', () => {
    const examined = [{ file: 'src/big.js', blob: '0', by: 'javascript' }];
    const run = runOn({
      coverage: { ...coverage, base: { examined, notExamined: [] }, head: { examined: [], notExamined: [record] } },
    });
    expect(run.results).toMatchObject([{ ruleId: 'pawl/lost-coverage', level: 'error' }]);
    expect(run.invocations?.[0]?.executionSuccessful).toBe(false);
  });
});

describe('when it is known what was examined', () => {
  it('it lists the files with what became of each', () => {
    const examined = (file: string, blob: string) => ({ file, blob, by: 'javascript' });
    const { artifacts } = runOn({
      coverage: {
        base: {
          examined: [examined('kept.js', '1'), examined('was.js', '2'), examined('gone.js', '3')],
          notExamined: [],
        },
        head: {
          examined: [examined('kept.js', '4'), examined('is.js', '2'), examined('new.js', '5')],
          notExamined: [],
        },
        renames: new Map([['is.js', 'was.js']]),
        deleted: new Set(['gone.js']),
      },
    });
    expect(artifacts?.map(({ location, roles }) => [location?.uri, roles?.[1]])).toEqual([
      ['gone.js', 'deleted'],
      ['is.js', 'renamed'],
      ['kept.js', 'modified'],
      ['new.js', 'added'],
    ]);
  });
});

describe('when a run is identified', () => {
  it('it has one category for a tier, and names the revision without credentials', () => {
    const run = runOn({}, { remote: 'https://x:token@example.com/a/b.git' });
    expect(run.automationDetails?.id).toBe(`pawl/full/${'b'.repeat(40)}..${'c'.repeat(40)}`);
    expect(run.versionControlProvenance).toMatchObject([
      { repositoryUri: 'https://example.com/a/b.git', revisionId: 'c'.repeat(40) },
    ]);
  });

  it('the same question gives the same bytes', () => {
    const evidence = { coverage, delta: { ...NOTHING, introduced: [found(), found({ line: 8 })] } };
    const verdict = verdictOn(evidence);
    expect(humanSarif({ ...verdict, timings: { read: 9 } }, { evidence })).toBe(humanSarif(verdict, { evidence }));
  });
});

describe('when only the verdict is known', () => {
  it('it still tells every reason, without an identity that it does not know', () => {
    const verdict = verdictOn({ coverage, delta: { ...NOTHING, introduced: [found()] } });
    const [first] = (JSON.parse(humanSarif(verdict, {})) as Log).runs[0]?.results ?? [];
    expect(first).toMatchObject({ ruleId: 'javascript/code-eval', baselineState: 'new' });
    expect(first).not.toHaveProperty('partialFingerprints');
  });
});

describe('when our own log is read again', () => {
  it('it gives the findings back', () => {
    const evidence = { coverage, invariants: [], delta: { ...NOTHING, resolved: [found({ severity: 'medium' })] } };
    expect(readSarif(humanSarif(verdictOn(evidence), { evidence })).runs[0]?.findings).toEqual([
      {
        tool: 'pawl',
        rule: 'javascript/code-eval',
        severity: 'medium',
        message: 'Text is run as code.',
        cwe: ['CWE-95'],
        file: 'src/a.js',
        line: 3,
        column: 2,
        endLine: 3,
        endColumn: 9,
      },
    ]);
  });
});
