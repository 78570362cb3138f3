import type { ReportCase, ReportCheckpoint, ReportData, ReportMeasures, ReportReason } from '@pawl/report/page';

/** What a report is of a repository in which nothing was done yet. */
export const EMPTY: ReportData = {
  schema: 'pawl/report@1',
  audience: 'human',
  madeAt: '2026-11-23T16:40:12.000Z',
  pawl: '0.1.0',
  repository: 'payments',
  branch: 'main',
  target: null,
  lock: null,
  loop: null,
  checkpoints: [],
  cases: [],
  coverage: null,
  suppressions: null,
  waivers: null,
  tests: null,
  ledger: { state: 'not-verified', basis: null, chains: [], faults: [] },
  missing: [],
};

export const MEASURES: ReportMeasures = {
  weightedTotal: 64,
  lockedTotal: 64,
  findings: { critical: 0, high: 4, medium: 5, low: 4, info: 2 },
  introduced: 0,
  resolved: 0,
  defences: { kept: 212, lost: 0, weakened: 0, added: 0 },
  suppressions: 0,
  tests: 31,
  notExamined: 2,
};

export function checkpoint(sequence: number, more: Partial<ReportCheckpoint> = {}): ReportCheckpoint {
  return {
    sequence,
    at: '2026-11-23T09:14:03.120Z',
    tier: 'fast',
    outcome: 'clean',
    case: null,
    commit: `${sequence.toString(16).padStart(4, '0')}c0ffee00ab12cd34`.padEnd(40, '7'),
    tree: `${sequence.toString(16).padStart(4, '0')}7ee500ab12cd34ef`.padEnd(40, '3'),
    lockSequence: 3,
    assurance: 'locked',
    signedBy: null,
    measures: MEASURES,
    notMeasured: null,
    ...more,
  };
}

export const LOST_GUARD: ReportReason = {
  kind: 'lost-defence',
  outcome: 'regression',
  severity: 'high',
  file: 'src/files/resolve-path.ts',
  line: 18,
  symbol: 'resolvePath',
  rule: 'lost-guard',
  tool: 'invariants',
  message: '`resolvePath` no longer rejects paths outside `root` (lost guard `!file.startsWith(root + sep)`).',
  cwe: ['CWE-22'],
  excerpt: {
    file: 'src/files/resolve-path.ts',
    leftOut: 0,
    lines: [
      { mark: ' ', line: 15, text: 'export function resolvePath(root: string, name: string): string {' },
      { mark: ' ', line: 16, text: '  const file = path.resolve(root, name);' },
      {
        mark: '-',
        line: 17,
        text: "  if (!file.startsWith(root + path.sep)) throw new Forbidden('outside of the root');",
      },
      { mark: '+', line: 17, text: '  log.debug({ file }, `resolved a path`);' },
      { mark: ' ', line: 18, text: '  return file;' },
      { mark: ' ', line: 19, text: '}' },
    ],
  },
  waivedUntil: null,
};

export const NEW_FINDING: ReportReason = {
  kind: 'introduced-finding',
  outcome: 'regression',
  severity: 'critical',
  file: 'src/reports/calculate.ts',
  line: 41,
  symbol: 'calculate',
  rule: 'eval',
  tool: 'javascript',
  message: 'A text from outside is run as code.',
  cwe: ['CWE-95'],
  excerpt: {
    file: 'src/reports/calculate.ts',
    leftOut: 14,
    lines: [
      { mark: ' ', line: 40, text: 'export function calculate(request: Request, response: Response): void {' },
      { mark: '+', line: 41, text: '  response.json({ value: eval(request.query.expression) });' },
      { mark: ' ', line: 42, text: '}' },
    ],
  },
  waivedUntil: null,
};

export const STOPPED_CASE: ReportCase = {
  id: '3f2a91c0',
  openedAt: '2026-11-23T16:31:40.002Z',
  checkpoint: 3,
  state: 'open',
  why: null,
  outcome: 'regression',
  reasons: [NEW_FINDING, LOST_GUARD],
  notRecomputed: null,
};

/** Two that were well and one that stopped the loop. */
export const THREE: ReportData = {
  ...EMPTY,
  branch: 'agent/export-reports',
  target: 'main',
  lock: {
    sequence: 3,
    commit: '9b1c44d0e8a27f6b5c3d2e1f0a9b8c7d6e5f4a3b',
    lockedAt: '2026-11-20T08:02:11.000Z',
    expires: '2027-02-18T08:02:11.000Z',
    assurance: 'locked',
    signedBy: 'ada@example.org',
    decision: 'lock',
    baseline: {
      findings: { critical: 0, high: 4, medium: 5, low: 4, info: 2 },
      weightedTotal: 64,
      defences: 212,
      suppressions: 6,
      examined: 184,
      notExamined: 2,
    },
    tools: [
      { name: 'invariants', version: '12', rulesDigest: `sha256:${'4ad1'.repeat(16)}` },
      { name: 'javascript', version: '10.15.0', rulesDigest: `sha256:${'09be'.repeat(16)}` },
      { name: 'secrets', version: '13.0.2', rulesDigest: `sha256:${'77c3'.repeat(16)}` },
      { name: 'semgrep', version: '1.157.0', rulesDigest: `sha256:${'e0f4'.repeat(16)}` },
    ],
  },
  loop: { name: 'agent/export-reports', state: 'stopped', latch: ['3f2a91c0'] },
  checkpoints: [
    checkpoint(1, { at: '2026-11-23T14:05:00.000Z' }),
    checkpoint(2, {
      at: '2026-11-23T15:22:31.000Z',
      tier: 'full',
      measures: {
        ...MEASURES,
        weightedTotal: 60,
        resolved: 1,
        defences: { kept: 212, lost: 0, weakened: 0, added: 3 },
      },
    }),
    checkpoint(3, {
      at: '2026-11-23T16:31:40.000Z',
      tier: 'full',
      outcome: 'stopped',
      case: '3f2a91c0',
      commit: null,
      measures: {
        ...MEASURES,
        weightedTotal: 100,
        findings: { critical: 1, high: 4, medium: 4, low: 4, info: 2 },
        introduced: 1,
        resolved: 1,
        defences: { kept: 211, lost: 1, weakened: 0, added: 3 },
      },
    }),
  ],
  cases: [STOPPED_CASE],
  coverage: {
    checkpoint: 3,
    examined: 186,
    notExamined: [
      { path: 'legacy/report.pl', language: 'Perl', by: 'pawl', why: 'Code in a language that nothing here reads.' },
      { path: 'src/vendor/pdf.min.js', language: 'JavaScript', by: 'javascript', why: 'Larger than 1 MB.' },
    ],
  },
  suppressions: [
    {
      tool: 'javascript',
      rules: ['detect-object-injection'],
      path: 'src/table.ts',
      line: 88,
      scope: 'line',
      isNew: false,
    },
    { tool: 'semgrep', rules: [], path: 'src/legacy/soap.ts', line: 1, scope: 'file', isNew: false },
  ],
  waivers: [
    {
      ...{ tool: 'javascript', rule: 'detect-child-process', path: 'scripts/thumbnails.ts', by: 'ada@example.org' },
      ...{ reason: 'The command is a constant; goes away with the move to sharp.', daysLeft: 6 },
      ...{ since: '2026-10-30T10:00:00.000Z', expires: '2026-11-29T23:59:59.000Z' },
    },
  ],
  tests: {
    floor: 31,
    now: 31,
    byKind: [
      { kind: 'access', floor: 14, now: 14 },
      { kind: 'injection', floor: 11, now: 11 },
      { kind: 'sessions', floor: 6, now: 6 },
    ],
  },
  ledger: {
    state: 'whole',
    basis: 'the anchor in ~/.config/pawl/anchors',
    chains: [
      { ref: 'refs/pawl/lock/main', entries: 3 },
      { ref: 'refs/pawl/loop/agent%2Fexport-reports', entries: 3 },
    ],
    faults: [],
  },
};

/** A long loop of a week, with stops, releases and times at which nothing could be told. The same at every call. */
export function longLoop(length: number): ReportData {
  const next = numbers(7);
  let [total, lost, weakened, added] = [64, 0, 0, 0];
  const cases: ReportCase[] = [];
  const checkpoints = Array.from({ length }, (_, at) => {
    const sequence = at + 1;
    const dice = next(100);
    const isStop = dice < 2 || sequence === length;
    const outcome = isStop ? 'stopped' : dice < 5 ? 'inconclusive' : 'clean';
    if (isStop) [total, lost, weakened] = [total + 10 * (1 + next(4)), lost + next(2), weakened + next(3)];
    else if (dice < 30) total = Math.max(20, total - next(3));
    else if (dice < 40 && total > 64) [total, lost, weakened] = [total - 10, 0, 0];
    if (dice > 92) added += next(2);
    const time = new Date(Date.UTC(2026, 10, 16, 6, 0) + at * 20 * 60_000).toISOString();
    const id = isStop ? (0x3f2a91c0 + at * 7919).toString(16) : null;
    if (id !== null) cases.unshift(caseOf(id, time, sequence, sequence === length));
    return checkpoint(sequence, {
      ...{ at: time, outcome, case: id, tier: at % 5 === 4 ? 'full' : 'fast' },
      ...(outcome === 'inconclusive'
        ? { measures: null, notMeasured: 'semgrep took longer than its 120 seconds' }
        : { measures: { ...MEASURES, weightedTotal: total, defences: { kept: 212 - lost, lost, weakened, added } } }),
    });
  });
  const loop = { name: 'agent/export-reports', state: 'stopped', latch: [cases[0]?.id ?? ''] } as const;
  return { ...THREE, loop, checkpoints, cases };
}

function caseOf(id: string, openedAt: string, sequence: number, isOpen: boolean): ReportCase {
  const decided = isOpen
    ? { state: 'open', why: null }
    : { state: 'released', why: 'The guard is back; the agent was told to keep it.' };
  return { ...STOPPED_CASE, ...(decided as Pick<ReportCase, 'state' | 'why'>), id, openedAt, checkpoint: sequence };
}

/** Numbers below a limit that look random. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A report that could not find out much, and says so. */
export const INCOMPLETE: ReportData = {
  ...THREE,
  loop: { name: 'agent/export-reports', state: 'goes-on', latch: [] },
  checkpoints: [
    ...THREE.checkpoints.slice(0, 1),
    checkpoint(2, {
      ...{ outcome: 'inconclusive', measures: null, notMeasured: 'Its tree is not in this clone.', commit: null },
      at: '2026-11-23T15:22:31.000Z',
    }),
  ],
  cases: [
    {
      ...STOPPED_CASE,
      ...{ id: '11aa22bb', checkpoint: null, state: 'released', why: 'A false alarm.', outcome: null, reasons: null },
      notRecomputed: 'its tree is not in this clone',
    },
  ],
  coverage: null,
  suppressions: null,
  waivers: null,
  tests: { floor: 31, now: null, byKind: [{ kind: 'access', floor: 31, now: null }] },
  ledger: {
    ...{ state: 'faults', basis: null, chains: [{ ref: 'refs/pawl/lock/main', entries: 3 }] },
    faults: [{ message: 'checkpoint 2 does not follow checkpoint 1', next: 'pawl sync' }],
  },
  missing: [
    'The loop was not fetched from origin: what others judged is not here.',
    'Case 11aa22bb could not be recomputed: its tree is not in this clone.',
  ],
};
