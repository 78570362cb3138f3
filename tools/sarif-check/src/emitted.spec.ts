import { type Finding, SEVERITIES } from '@pawl/findings';
import { PLAIN, renderVerdict } from '@pawl/report';
import { decide, DEFAULT_POLICY, type Evidence, type Verdict } from '@pawl/verdict';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { needsValidator } from './needs-validator.ts';
import { sarifErrors } from './sarif-errors.ts';
import { schemaErrors } from './schema-errors.ts';

needsValidator();

/** What a repository, its remote and its scanners may hold against whoever writes about them. */
const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\u001b[2J',
  '\r\n::set-output name=a::b',
  '\u202egnp.exe',
  '\ud800',
  '\udc00x',
  '\ufeff',
  '\u2028',
  '\u{1f600}',
  '../../etc/passwd',
  '/etc/passwd',
  'a//b',
  './.',
  '%2e%2e/%00',
  '100% sure.js',
  'my dir/naïve ファイル.py',
  'C:\\Windows\\a.js',
  'a?b#c',
  'file:///etc/passwd',
  '{0} {{ }} [x](https://evil.example) [y](1)',
  '"};//',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.string());
const number = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER));
const cwe = fc.array(fc.constantFrom('CWE-79', 'CWE-89', 'CWE-99999', 'CWE-0', 'cwe-1', 'nonsense', '__proto__'), {
  maxLength: 3,
});
const location = fc.record(
  { file: text, line: number, symbol: text, column: number, endLine: number, endColumn: number },
  { requiredKeys: ['file', 'line', 'symbol'] },
);
const finding: fc.Arbitrary<Finding> = fc.record({
  tool: text,
  rule: text,
  severity: fc.constantFrom(...SEVERITIES),
  message: text,
  cwe,
  location,
  snippet: text,
  fingerprint: fc.constantFrom('a'.repeat(32), 'b'.repeat(32)),
  suppressed: fc.boolean(),
});
const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { maxLength: 4 });
const pair = fc.record({ base: finding, head: finding });
const code = fc.constantFrom('too-large' as const, 'syntax-error' as const);
const coverage = fc.record({
  examined: some(fc.record({ file: text, blob: text, by: text })),
  notExamined: some(fc.record({ file: text, blob: text, by: text, code, why: text })),
});
const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    delta: fc.record({
      introduced: some(finding),
      worsened: some(pair),
      persisting: some(pair),
      moved: some(pair),
      resolved: some(finding),
    }),
    invariants: some(fc.tuple(finding, fc.constantFrom('lost-defence' as const, 'unguarded-path' as const))).map(
      (all) => all.map(([found, kind]) => ({ ...found, tool: 'invariants', kind })),
    ),
    suppressions: some(
      fc.record({ tool: text, rules: some(text), scope: fc.constant('line' as const), code: text, text, location }),
    ),
    gateChanges: some(
      fc.record({ file: text, change: fc.constant('modified' as const), protects: fc.constant('gate' as const) }),
    ),
    faults: some(fc.record({ code: text, message: text })),
    coverage: fc.record({
      base: coverage,
      head: coverage,
      renames: some(fc.tuple(text, text)).map((renames) => new Map(renames)),
      deleted: some(text).map((deleted) => new Set(deleted)),
    }),
  },
  { requiredKeys: ['coverage'] },
);
const remote = fc.option(fc.oneof(text, fc.webUrl()), { nil: undefined });

const verdictOn = (given: Evidence): Verdict => ({
  ...decide(given, DEFAULT_POLICY),
  schema: 'pawl/verdict@1',
  drift: null,
  base: 'b'.repeat(40),
  head: 'c'.repeat(40),
  tier: 'full',
  assurance: 'unsigned',
  timings: {},
});
const render = (given: Evidence, audience: 'agent' | 'human', address?: string): string =>
  renderVerdict(verdictOn(given), {
    format: 'sarif',
    audience,
    case: '7a494716',
    paint: PLAIN,
    evidence: given,
    remote: address,
  });

const NOTHING = { introduced: [], worsened: [], resolved: [], persisting: [], moved: [] };
const NO_COVERAGE = { examined: [], notExamined: [] };
const NOTHING_COVERED = { base: NO_COVERAGE, head: NO_COVERAGE, renames: new Map(), deleted: new Set<string>() };
const clean: Evidence = { delta: NOTHING, invariants: [], coverage: NOTHING_COVERED };
const floodOf = (length: number): Evidence => ({
  ...clean,
  delta: {
    ...NOTHING,
    introduced: Array.from({ length }, (_, index) => ({
      tool: 'semgrep',
      rule: `rule-${index % 50}`,
      severity: 'high',
      message: 'SQL from a string',
      cwe: ['CWE-89'],
      location: { file: `src/${index % 100}.py`, line: 1 + index, column: 1, symbol: '' },
      snippet: 'x',
      fingerprint: String(index % 7).repeat(32),
    })),
  },
});

describe('when a log is emitted', () => {
  it('it is SARIF by the schema, whatever stands in the judged repository', () => {
    fc.assert(
      fc.property(evidence, remote, (given, address) => {
        expect(schemaErrors(render(given, 'human', address))).toEqual([]);
        expect(schemaErrors(render(given, 'agent', address))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('no two results have the same fingerprints', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { results = [] } = (JSON.parse(render(given, 'human')) as Log).runs[0] ?? {};
        const identities = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
        expect(new Set(identities).size).toBe(results.length);
      }),
    );
  });

  it('it shows a terminal and a reviewer nothing that acts on them', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { results = [] } = (JSON.parse(render(given, 'human')) as Log).runs[0] ?? {};
        for (const { message } of results) expect(message.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|\]\(/u);
      }),
    );
  });

  it('it tells ten thousand results', () => {
    const log = render(floodOf(10_000), 'human');
    expect((JSON.parse(log) as Log).runs[0]?.results).toHaveLength(10_001);
    expect(schemaErrors(log)).toEqual([]);
  });

  it('it has nothing to complain of for the validator and for GitHub', { timeout: 120_000 }, async () => {
    const samples = fc.sample(fc.tuple(evidence, remote), { numRuns: 12, seed: 4 });
    const logs = {
      ...Object.fromEntries(samples.map(([given, address], at) => [`sample-${at}`, render(given, 'human', address)])),
      clean: render(clean, 'human'),
      flood: render(floodOf(500), 'human'),
      'clean for an agent': render(clean, 'agent'),
      'stopped for an agent': render(floodOf(1), 'agent'),
    };
    expect(await sarifErrors(logs)).toEqual([]);
  });
});
