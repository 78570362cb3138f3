import { type RawFinding, SEVERITIES } from '@pawl/findings';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { type SarifInput, type SarifResultInput, writeSarif } from './write-sarif.ts';

const tool = { name: 'pawl', version: '0.1.0', informationUri: 'https://example.com/pawl' };
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
      { id: 'bandit/B608', name: 'Sql', description: 'SQL.', helpUri: 'https://example.com', cwe: ['CWE-89'] },
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
              rules: [
                {
                  id: 'bandit/B608',
                  name: 'Sql',
                  shortDescription: { text: 'SQL.' },
                  helpUri: 'https://example.com',
                  defaultConfiguration: { level: 'error' },
                  properties: { tags: ['security', 'external/cwe/cwe-89'], 'security-severity': '8.0' },
                },
              ],
            },
          },
          invocations: [{ executionSuccessful: true }],
          originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
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
                    artifactLocation: { uri: 'my%20dir/a%23b.py', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 3, startColumn: 5, endLine: 4, endColumn: 9 },
                  },
                },
              ],
              partialFingerprints: { 'pawl/v1': 'f'.repeat(32) },
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

  it('it refuses a path that has no UTF-8 form', () => {
    expect(() => writeSarif({ tool, results: [{ ...result, file: 'a\ud800.ts' }] })).toThrow(
      expect.objectContaining({ name: 'SarifError', code: 'bad-uri' }),
    );
  });
});

describe('when not everything was examined', () => {
  it('it says so in a way that a strict reader does not take for clean', () => {
    const text = writeSarif({ tool, results: [], failures: ['a.py was not examined'] });
    expect(JSON.parse(text)).toMatchObject({
      runs: [
        {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: [{ level: 'error', message: { text: 'a.py was not examined' } }],
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
    fc.record({ line: place, column: place, endColumn: place, below: fc.nat(50) }).map(({ below, ...rest }) => ({
      ...rest,
      endLine: rest.line + below,
    })),
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
