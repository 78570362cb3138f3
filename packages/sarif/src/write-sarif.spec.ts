import { type RawFinding, SEVERITIES } from '@pawl/findings';
import fc from 'fast-check';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import type { SarifInput, SarifResultInput } from './sarif-input.ts';
import { writeSarif } from './write-sarif.ts';

const tool = { name: 'pawl', version: '0.1.0', informationUri: 'https://example.com/pawl' };
const run = (input: Omit<SarifInput, 'tool'>): Run =>
  (JSON.parse(writeSarif({ tool, ...input })) as Log).runs[0] as Run;
const result: SarifResultInput = {
  rule: 'bandit/B608',
  severity: 'high',
  message: 'SQL from a string',
  cwe: ['CWE-89'],
  file: 'my dir/a#b.py',
  line: 3,
  column: 5,
  endLine: 4,
  endColumn: 9,
  fingerprint: 'f'.repeat(32),
  baselineState: 'new',
  suppressed: true,
};

describe('when a result is written', () => {
  it('it says everything that is known', () => {
    const rules = [
      {
        id: 'bandit/B608',
        name: 'Sql',
        title: 'SQL',
        description: 'SQL from a string.',
        help: { text: 'Bind it.', markdown: '**Bind** it.' },
        helpUri: 'https://example.com',
        cwe: ['CWE-89'],
      },
    ];
    expect(JSON.parse(writeSarif({ tool, rules, results: [result] }))).toEqual({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'pawl',
              version: '0.1.0',
              informationUri: 'https://example.com/pawl',
              supportedTaxonomies: [{ name: 'CWE', index: 0 }],
              rules: [
                {
                  id: 'bandit/B608',
                  name: 'Sql',
                  shortDescription: { text: 'SQL' },
                  fullDescription: { text: 'SQL from a string.' },
                  help: { text: 'Bind it.', markdown: '**Bind** it.' },
                  helpUri: 'https://example.com',
                  relationships: [
                    { target: { id: '89', index: 0, toolComponent: { name: 'CWE', index: 0 } }, kinds: ['superset'] },
                  ],
                  defaultConfiguration: { level: 'error' },
                  properties: { tags: ['security', 'external/cwe/cwe-89'], 'security-severity': '8.0' },
                },
              ],
            },
          },
          invocations: [{ executionSuccessful: true }],
          originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
          artifacts: [{ location: { uri: 'my%20dir/a%23b.py', uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] }],
          taxonomies: [
            {
              name: 'CWE',
              organization: 'MITRE',
              shortDescription: { text: 'The MITRE Common Weakness Enumeration' },
              informationUri: 'https://cwe.mitre.org/',
              isComprehensive: false,
              taxa: [
                {
                  id: '89',
                  shortDescription: {
                    text: "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')",
                  },
                  helpUri: 'https://cwe.mitre.org/data/definitions/89.html',
                },
              ],
            },
          ],
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'bandit/B608',
              ruleIndex: 0,
              level: 'error',
              message: { text: 'SQL from a string' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'my%20dir/a%23b.py', uriBaseId: '%SRCROOT%', index: 0 },
                    region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 9 },
                  },
                },
              ],
              taxa: [{ id: '89', index: 0, toolComponent: { name: 'CWE', index: 0 } }],
              partialFingerprints: { 'pawl/v1': 'f'.repeat(32), 'pawl/occurrence/v1': `${'f'.repeat(32)}:1` },
              baselineState: 'new',
              suppressions: [{ kind: 'inSource' }],
              properties: { cwe: ['CWE-89'], 'security-severity': '8.0' },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['critical', 'error', '9.5', undefined],
    ['high', 'error', '8.0', undefined],
    ['medium', 'warning', '5.5', undefined],
    ['low', 'note', '2.0', undefined],
    ['info', 'none', '0.0', 'informational'],
  ] as const)('it writes %s as %s with %s', (severity, level, score, kind) => {
    const log = JSON.parse(writeSarif({ tool, results: [{ ...result, severity }] })) as Log;
    const written = log.runs[0]?.results?.[0];
    expect([written?.level, written?.properties?.['security-severity'], written?.kind]).toEqual([level, score, kind]);
  });

  it('it gives a rule that only results name the score of the worst of them', () => {
    const results = [{ ...result, severity: 'low' as const }, { ...result, severity: 'critical' as const }, result];
    const log = JSON.parse(writeSarif({ tool, results })) as Log;
    expect(log.runs[0]?.tool.driver.rules).toMatchObject([
      { id: 'bandit/B608', properties: { 'security-severity': '9.5' } },
    ]);
  });

  it.each(['a\ud800.ts', '../a.ts', 'a/../../b.ts', './a.ts', '/etc/passwd', 'a//b.ts', '.', ''])(
    'it refuses the path %j, which is not one inside a repository',
    (file) => {
      expect(() => writeSarif({ tool, results: [{ ...result, file }] })).toThrow(
        expect.objectContaining({ name: 'SarifError', code: 'bad-uri' }),
      );
    },
  );

  it('it replaces what UTF-8 has no form for, since not every reader survives it', () => {
    expect(run({ results: [{ ...result, message: 'a\ud800b\udc00' }] }).results?.[0]?.message.text).toBe(
      'a\ufffdb\ufffd',
    );
  });
});

describe('when a region is written', () => {
  it.each([
    ['a whole line', { line: 3 }, { startLine: 3 }],
    ['from a column to the end of the line', { line: 3, column: 5 }, { startLine: 3, startColumn: 5 }],
    [
      'a place between two characters',
      { line: 3, column: 5, endLine: 3, endColumn: 5 },
      { startLine: 3, startColumn: 5, endLine: 3, endColumn: 5 },
    ],
    ['the start of a line', { line: 3, endColumn: 1 }, { startLine: 3, endColumn: 1 }],
    [
      'an end before the start, on one line',
      { line: 3, column: 5, endLine: 3, endColumn: 4 },
      { startLine: 3, startColumn: 5 },
    ],
    ['an end on an earlier line', { line: 3, column: 5, endLine: 2, endColumn: 9 }, { startLine: 3, startColumn: 5 }],
  ])('it is right for %s', (_, place, region) => {
    const { rule, severity, message, cwe, file } = result;
    const [written] = run({ results: [{ rule, severity, message, cwe, file, ...place }] }).results ?? [];
    expect(written?.locations?.[0]?.physicalLocation?.region).toEqual(region);
  });
});

describe('when a finding is there more than once', () => {
  const occurrences = (...states: readonly (SarifResultInput['baselineState'] & string)[]) =>
    run({ results: states.map((baselineState) => ({ ...result, baselineState })) }).results?.map(
      ({ partialFingerprints }) => partialFingerprints?.['pawl/occurrence/v1']?.slice(-2),
    );

  it('it gives no two copies the same fingerprints', () => {
    expect(occurrences('new', 'new', 'new')).toEqual([':1', ':2', ':3']);
  });

  it('it keeps those of the copies that were there', () => {
    expect(occurrences('new', 'unchanged')).toEqual([':2', ':1']);
    expect(occurrences('unchanged', 'absent')).toEqual([':1', ':2']);
  });
});

describe('when only some results are suppressed', () => {
  it('it says of every result whether it is, as SARIF 3.27.23 wants', () => {
    const results = [result, { ...result, suppressed: false }];
    expect(run({ results }).results?.map(({ suppressions }) => suppressions)).toEqual([[{ kind: 'inSource' }], []]);
  });
});

describe('when it is known what was judged', () => {
  it('it says which run it was, and of which revision, without credentials', () => {
    const provenance = { remote: 'https://user:token@example.com/a/b.git', revision: 'c'.repeat(40) };
    expect(run({ results: [], automationId: 'pawl/full/a..b', provenance })).toMatchObject({
      automationDetails: { id: 'pawl/full/a..b' },
      versionControlProvenance: [
        {
          repositoryUri: 'https://example.com/a/b.git',
          revisionId: 'c'.repeat(40),
          mappedTo: { uriBaseId: '%SRCROOT%' },
        },
      ],
    });
  });

  it('it says what became of each file', () => {
    const artifacts = [{ file: 'z.py', role: 'deleted' as const }, { file: 'a.py' }];
    expect(
      run({ results: [result], artifacts }).artifacts?.map(({ location, roles }) => [location?.uri, roles]),
    ).toEqual([
      ['a.py', ['analysisTarget']],
      ['my%20dir/a%23b.py', ['analysisTarget']],
      ['z.py', ['analysisTarget', 'deleted']],
    ]);
  });
});

describe('when not everything was examined', () => {
  it('it says so in a way that a strict reader does not take for clean', () => {
    const text = writeSarif({
      tool,
      results: [],
      failures: [{ text: 'a.py was not examined', id: 'too-large', file: 'a.py' }],
    });
    expect(JSON.parse(text)).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [
                {
                  level: 'error',
                  descriptor: { id: 'too-large' },
                  message: { text: 'a.py was not examined' },
                  locations: [{ physicalLocation: { artifactLocation: { uri: 'a.py' } } }],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(() => readSarif(text)).toThrow(expect.objectContaining({ code: 'failed-invocation' }));
  });
});

describe('when a log is written and read', () => {
  const rule = fc.constantFrom('R1', 'R2', 'js/sql', 'R1/x');
  const cwe = fc
    .uniqueArray(fc.integer({ min: 1, max: 1500 }), { maxLength: 3 })
    .map((numbers) => numbers.sort((a, b) => a - b).map((number) => `CWE-${number}`));
  const segment = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => !/[/\\\p{Cc}]/u.test(text) && text !== '.' && text !== '..');
  const file = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
  const place = fc.integer({ min: 1, max: 1_000_000 });
  const region = fc.oneof(
    fc.record({ line: place }),
    fc.record({ line: place, column: place }),
    fc
      .record({ line: place, column: place, wide: fc.nat(50), below: fc.nat(50) })
      .map(({ line, column, wide, below }) => ({ line, column, endLine: line + below, endColumn: column + wide })),
  );
  const mark = fc.constantFrom({}, { suppressed: true });
  const finding: fc.Arbitrary<Omit<RawFinding, 'tool'>> = fc
    .tuple(
      fc.record({ rule, severity: fc.constantFrom(...SEVERITIES), message: fc.string({ unit: 'binary' }), cwe, file }),
      region,
      mark,
    )
    .map(([what, where, marked]) => ({ ...what, ...where, ...marked }));
  const described = fc.uniqueArray(
    fc.record({
      id: rule,
      name: fc.string(),
      description: fc.string(),
      helpUri: fc.webUrl(),
      severity: fc.constantFrom(...SEVERITIES),
      cwe,
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  );

  it('it keeps every finding and every rule', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 8 }), described, (results, rules) => {
        const [run] = readSarif(writeSarif({ tool, results, rules })).runs;
        expect(run?.tool).toEqual({ name: 'pawl', version: '0.1.0' });
        expect(run?.findings).toEqual(results.map((one) => ({ tool: 'pawl', ...one })));
        expect(run?.rules).toEqual(expect.arrayContaining(rules));
      }),
      { numRuns: 300 },
    );
  });

  it('it gives the same bytes for rules in another order', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 4 }), described, (results, rules) => {
        const input: SarifInput = { tool, results, rules };
        expect(writeSarif({ ...input, rules: rules.toReversed() })).toBe(writeSarif(input));
      }),
    );
  });
});
