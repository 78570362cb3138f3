import type { ReportCase, ReportCheckpoint, ReportData, ReportMeasures, ReportReason } from './report-data.ts';

/** A number that stands nowhere else. */
export const TELLTALE = 918_273;

/** Every text and every number of this report can be recognised wherever it turns up. */
export function tellingReport(): ReportData {
  return {
    ...{ schema: 'pawl/report@1', audience: 'human', madeAt: '2026-11-23T16:40:12.000Z', pawl: '0.1.0' },
    ...{ repository: 'secret-repository', branch: 'secret-branch', target: 'secret-target' },
    lock: {
      ...{ sequence: TELLTALE, commit: 'secret-commit', lockedAt: 'secret-instant', expires: 'secret-expiry' },
      ...{ assurance: 'locked', signedBy: 'secret-signer', decision: 'lock' },
      baseline: {
        findings: { critical: TELLTALE, high: TELLTALE, medium: TELLTALE, low: TELLTALE, info: TELLTALE },
        ...{ weightedTotal: TELLTALE, defences: TELLTALE, suppressions: TELLTALE, examined: TELLTALE },
        notExamined: TELLTALE,
      },
      tools: [{ name: 'secret-tool', version: 'secret-version', rulesDigest: 'secret-digest' }],
    },
    loop: { name: 'secret-loop', state: 'stopped', latch: ['3f2a91c0', 'secret-latch'] },
    checkpoints: [
      checkpointOf({ sequence: TELLTALE, outcome: 'stopped', case: 'secret-case', notMeasured: 'secret-why' }),
    ],
    cases: [caseOf({})],
    coverage: {
      ...{ checkpoint: TELLTALE, examined: TELLTALE },
      notExamined: [{ path: 'secret-path', language: 'secret-language', by: 'secret-by', why: 'secret-blindness' }],
    },
    suppressions: [
      {
        tool: 'secret-s',
        rules: ['secret-silenced'],
        path: 'secret-place',
        line: TELLTALE,
        scope: 'line',
        isNew: true,
      },
    ],
    waivers: [
      {
        ...{
          tool: 'secret-w',
          rule: 'secret-waived',
          path: 'secret-w-path',
          reason: 'secret-reason',
          by: 'secret-who',
        },
        ...{ since: 'secret-since', expires: 'secret-until', daysLeft: TELLTALE },
      },
    ],
    tests: { floor: TELLTALE, now: TELLTALE, byKind: [{ kind: 'secret-kind', floor: TELLTALE, now: TELLTALE }] },
    ledger: {
      ...{ state: 'faults', basis: 'secret-basis', chains: [{ ref: 'secret-ref', entries: TELLTALE }] },
      faults: [{ message: 'secret-fault', next: 'secret-next' }],
    },
    missing: ['secret-missing'],
  };
}

export const MEASURES: ReportMeasures = {
  ...{ weightedTotal: 70, lockedTotal: 64, findings: null, introduced: 1, resolved: 0 },
  defences: { kept: 200, lost: 2, weakened: 1, added: 4 },
  ...{ suppressions: 0, tests: 12, notExamined: 0 },
};

export function checkpointOf(more: Partial<ReportCheckpoint>): ReportCheckpoint {
  return {
    ...{ sequence: 1, at: '2026-11-23T09:14:03.120Z', tier: 'fast', outcome: 'clean', case: null, commit: 'c0ffee' },
    ...{ tree: '7ee5', lockSequence: 1, assurance: 'locked', signedBy: null, measures: MEASURES, notMeasured: null },
    ...more,
  };
}

export function caseOf(more: Partial<ReportCase>): ReportCase {
  return {
    ...{ id: '3f2a91c0', openedAt: 'secret-opened', checkpoint: TELLTALE, state: 'open', why: 'secret-decision' },
    ...{ outcome: 'regression', reasons: [reasonOf({})], notRecomputed: 'secret-gap' },
    ...more,
  };
}

export function reasonOf(more: Partial<ReportReason>): ReportReason {
  return {
    ...{ kind: 'lost-defence', outcome: 'regression', severity: 'critical', file: 'secret-file', line: TELLTALE },
    ...{ symbol: 'secret-symbol', rule: 'lost-guard', tool: 'invariants', message: 'secret-message', cwe: ['CWE-22'] },
    excerpt: { file: 'secret-file', lines: [{ mark: '-', line: TELLTALE, text: 'secret-code' }], leftOut: TELLTALE },
    waivedUntil: 'secret-waived-until',
    ...more,
  };
}
