import type { ReportCase, ReportCheckpoint, ReportData } from '@pawl/report/page';
import { COMMIT, TREE } from './lock-of.ts';

const COUNTS = { critical: 0, high: 1, medium: 2, low: 3, info: 0 };

/** A report, for specs: of a repository in which nothing is locked. */
export function reportOf(over: Partial<ReportData> = {}): ReportData {
  return {
    ...{ schema: 'pawl/report@1', audience: 'human', madeAt: '2026-01-05T12:00:00.000Z', pawl: '2.4.0' },
    ...{ repository: 'shop', branch: 'main', target: null, lock: null, loop: null, checkpoints: [], cases: [] },
    ...{ coverage: null, suppressions: null, waivers: null, tests: null },
    ledger: { state: 'not-verified', basis: null, chains: [], faults: [] },
    missing: [],
    ...over,
  };
}

/** The same with a lock and a loop that goes on. */
export function loopReportOf(over: Partial<ReportData> = {}): ReportData {
  return reportOf({
    target: 'main',
    branch: 'agent/login',
    lock: {
      ...{ sequence: 2, commit: COMMIT, lockedAt: '2026-01-02T03:04:05.000Z', expires: null },
      ...{ assurance: 'advisory', signedBy: 'ada@example.com', decision: 'release' },
      baseline: { findings: COUNTS, weightedTotal: 21, defences: 40, suppressions: 1, examined: 120, notExamined: 1 },
      tools: [{ name: 'invariants', version: '0.5.0', rulesDigest: 'f'.repeat(64) }],
    },
    loop: { name: 'agent/login', state: 'goes-on', latch: [] },
    checkpoints: [1, 2, 3].map((sequence) => checkpointOf(sequence)),
    coverage: {
      checkpoint: 3,
      examined: 120,
      notExamined: [{ path: 'src/huge.js', language: 'javascript', by: 'javascript', why: 'it has 9000000 bytes' }],
    },
    suppressions: [{ tool: 'eslint', rules: ['no-eval'], path: 'a.js', line: 3, scope: 'line', isNew: false }],
    waivers: [
      {
        ...{ tool: 'secrets', rule: 'aws', path: 'test/a.js', reason: 'a fixture', by: null },
        ...{ since: '2026-01-02T00:00:00.000Z', expires: '2026-02-02T00:00:00.000Z', daysLeft: 27 },
      },
    ],
    tests: { floor: 4, now: 4, byKind: [{ kind: 'injection', floor: 4, now: 4 }] },
    ledger: {
      state: 'whole',
      basis: 'what this machine has seen before',
      chains: [{ ref: 'refs/pawl/loop/agent%2Flogin', entries: 3 }],
      faults: [],
    },
    ...over,
  });
}

export function checkpointOf(sequence: number, over: Partial<ReportCheckpoint> = {}): ReportCheckpoint {
  return {
    ...{ sequence, at: `2026-01-03T10:${String(sequence).padStart(2, '0')}:00.000Z`, tier: 'fast' },
    ...{ outcome: 'clean', case: null, commit: null, tree: TREE, lockSequence: 2 },
    ...{ assurance: 'advisory', signedBy: null, notMeasured: null },
    measures: {
      ...{ weightedTotal: 21, lockedTotal: 21, findings: COUNTS, introduced: 0, resolved: 0 },
      defences: { kept: 40, lost: 0, weakened: 0, added: sequence },
      ...{ suppressions: 1, tests: 4, notExamined: 1 },
    },
    ...over,
  };
}

export function caseOf(id: string, over: Partial<ReportCase> = {}): ReportCase {
  return {
    ...{ id, openedAt: '2026-01-03T10:03:00.000Z', checkpoint: 3, state: 'open', why: null, outcome: 'regression' },
    reasons: [
      {
        ...{ kind: 'lost-defence', outcome: 'regression', severity: 'high', file: 'src/login.js', line: 6 },
        ...{ symbol: 'login', rule: 'lost-guard', tool: 'invariants', cwe: ['CWE-693'], waivedUntil: null },
        message: '`login` no longer rejects `!user`',
        excerpt: {
          file: 'src/login.js',
          lines: [{ mark: '-', line: 6, text: '  if (!user) throw refused();' }],
          leftOut: 0,
        },
      },
    ],
    notRecomputed: null,
    ...over,
  };
}
