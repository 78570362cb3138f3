import { type BenchReport, forAgent, type ToldCommit, type ToldFix, type ToldReason } from '@pawl/bench';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { benchJson } from './bench-json.ts';
import { benchForAgentText, benchText } from './bench-text.ts';

const LOST: ToldReason = {
  kind: 'lost-defence',
  outcome: 'regression',
  severity: 'high',
  file: 'src/files/serve.ts',
  line: 41,
  symbol: 'serve',
  rule: 'lost-guard',
  tool: 'invariants',
  message: 'A guard is gone.',
};
const DEPLOYED: ToldReason = {
  ...LOST,
  kind: 'protected-path',
  outcome: 'escalated',
  severity: null,
  file: 'Dockerfile',
  line: null,
  symbol: null,
  rule: 'deployment-file',
  tool: null,
};
const UNREAD: ToldReason = {
  ...DEPLOYED,
  kind: 'not-examined',
  outcome: 'inconclusive',
  file: 'src/legacy/table.ts',
  line: 12,
  rule: 'syntax-error',
  message: 'line 12 does not parse',
};

function id(begin: string): string {
  return begin.padEnd(40, '0');
}

function told(begin: string, subject: string, over: Partial<ToldCommit> = {}): ToldCommit {
  const [commit, state] = [id(begin), 'stopped'] as const;
  const command = `pawl check --base ${id(`f${begin}`).slice(0, 12)} --head ${commit.slice(0, 12)} --audience human`;
  const date = '2026-01-02T03:04:05Z';
  return { kind: 'ordinary', commit, date, subject, state, reasons: [LOST], more: 0, ms: 320, command, ...over };
}

function fix(
  begin: string,
  subject: string,
  putBack: ToldFix['putBack']['state'],
  over: Partial<ToldFix> = {},
): ToldFix {
  const { commit, date, reasons, more, ms, command } = told(begin, subject);
  const half = { reasons, more, ms, command };
  const clean = { ...half, state: 'clean', reasons: [] } as const;
  const back = putBack === 'clean' ? clean : { ...half, state: putBack };
  return { commit, date, subject, by: 'message', words: ['xss'], putBack: back, asMade: clean, ...over };
}

const NONE = { judged: 0, stopped: 0, regressions: 0, couldNotTell: 0, clean: 0, rate: null, interval: null };

const EMPTY: BenchReport = {
  schema: 'pawl/bench@1',
  audience: 'human',
  pawl: '0.1.0',
  madeAt: '2026-01-02T03:04:05.000Z',
  tier: 'full',
  standard: { configuration: 'defaults', contracts: false, testsNotRun: 0, digest: 'd'.repeat(64) },
  history: {
    commits: 200,
    since: null,
    range: null,
    tip: id('4f2d9c1be07a'),
    leftOut: [{ id: id('1'), why: 'first-commit' }],
    olderFixes: 0,
  },
  counts: {
    ordinary: { ...NONE, judged: 3, clean: 3, rate: 0, interval: { low: 0, high: 0.5615 } },
    'put-back': NONE,
    fix: NONE,
  },
  stoppedBy: [],
  stopped: [],
  fixes: [],
  couldNotTell: [],
  time: {
    median: 80,
    p95: 210,
    total: 340,
    processor: { median: 75, p95: 200, total: 320 },
    slowest: [{ commit: id('4f2d9c1be07a'), kind: 'ordinary', ms: 210 }],
    elapsed: 1840,
    jobs: 2,
    reused: 0,
  },
};

const TYPICAL: BenchReport = {
  ...EMPTY,
  standard: { configuration: 'work-tree', contracts: true, testsNotRun: 1, digest: 'd'.repeat(64) },
  history: { ...EMPTY.history, commits: 500, leftOut: [] },
  counts: {
    ordinary: {
      judged: 497,
      stopped: 3,
      regressions: 2,
      couldNotTell: 1,
      clean: 493,
      rate: 3 / 497,
      interval: { low: 0.0021, high: 0.0176 },
    },
    'put-back': {
      ...NONE,
      judged: 3,
      stopped: 2,
      regressions: 2,
      clean: 1,
      rate: 2 / 3,
      interval: { low: 0.2077, high: 0.9385 },
    },
    fix: {
      ...NONE,
      judged: 3,
      stopped: 1,
      regressions: 1,
      clean: 2,
      rate: 1 / 3,
      interval: { low: 0.0615, high: 0.7923 },
    },
  },
  stoppedBy: [
    { kind: 'lost-defence', outcome: 'regression', rule: 'lost-guard', tool: 'invariants', commits: 2 },
    { kind: 'introduced-finding', outcome: 'regression', rule: 'S324', tool: 'python', commits: 1 },
    { kind: 'protected-path', outcome: 'escalated', rule: 'deployment-file', tool: null, commits: 1 },
  ],
  stopped: [
    told('27938ac77710', 'fix: recognize properties that a constructor assigns'),
    told('5e77c1a90b2d', 'simplify how files are served', {
      reasons: [LOST, { ...LOST, line: 60 }, { ...LOST, file: 'src/files/list.ts' }, DEPLOYED],
      more: 2,
    }),
    told('90ab12cd34ef', 'build with the newest image', { reasons: [DEPLOYED] }),
  ],
  fixes: [
    fix('4e1db5bd0012', 'Escape the title (XSS)', 'stopped'),
    fix('67f6c9b3aa01', 'Merge commit from fork', 'clean', { words: ['merge commit from fork'] }),
    fix('eb111563bb02', 'Check the host, closes an open redirect', 'stopped', {
      by: 'given',
      words: [],
      asMade: { state: 'stopped', reasons: [LOST], more: 0, ms: 100, command: told('eb111563bb02', '').command },
    }),
  ],
  couldNotTell: [told('c02c5f569611', 'types: a table of all codes', { state: 'could-not-tell', reasons: [UNREAD] })],
  time: {
    ...EMPTY.time,
    median: 180,
    p95: 1290,
    total: 152_000,
    processor: { median: 170, p95: 1240, total: 149_000 },
    elapsed: 78_000,
    reused: 120,
  },
};

const FAILING: BenchReport = {
  ...EMPTY,
  history: {
    commits: null,
    since: '3 months ago',
    range: null,
    tip: id('4f2d9c1be07a'),
    leftOut: [
      { id: id('1'), why: 'history-cut' },
      { id: id('2'), why: 'history-cut' },
    ],
    olderFixes: 12,
  },
  counts: {
    ...EMPTY.counts,
    ordinary: { ...NONE, judged: 30, couldNotTell: 25, clean: 5, rate: 0, interval: { low: 0, high: 0.1135 } },
  },
  couldNotTell: Array.from({ length: 25 }, (_, at) =>
    told(`${at + 10}c5f569611`, 'rewrite the parser of the other language', {
      state: 'could-not-tell',
      reasons: [{ ...UNREAD, rule: 'bench-timeout', file: null, line: null, message: 'it took longer than 300 s' }],
    }),
  ),
  time: { ...EMPTY.time, total: 9_000_000, elapsed: 9_100_000 },
};

const ENDLESS: ToldReason = { ...LOST, file: HOSTILE.longPath, rule: HOSTILE.azure, message: HOSTILE_TEXT };

const HARMFUL: BenchReport = {
  ...TYPICAL,
  history: { ...TYPICAL.history, range: HOSTILE.githubLine },
  stoppedBy: HOSTILE_NAMES.slice(0, 6).map((rule) => ({
    kind: 'introduced-finding',
    outcome: 'regression',
    rule,
    tool: HOSTILE.azure,
    commits: 1,
  })),
  stopped: HOSTILE_NAMES.map((subject, at) =>
    told(`a${at}`, subject, { reasons: [{ ...LOST, file: subject }, ENDLESS] }),
  ),
  fixes: [fix('b1', HOSTILE_TEXT, 'clean', { words: [HOSTILE.ansi] })],
  couldNotTell: [told('c1', HOSTILE.bidi, { state: 'could-not-tell', reasons: [{ ...UNREAD, file: HOSTILE.lines }] })],
};

const STATES = { empty: EMPTY, typical: TYPICAL, failing: FAILING, hostile: HARMFUL };

describeOutput('bench', STATES, benchText, {
  mayBeLonger: [/^ +(?:next: (?:look at one: )?)?pawl check --base \w+ --head \w+/u],
});
describeDocument('bench', { ...STATES, agent: forAgent(TYPICAL) }, benchJson);

describe('when an agent asks', () => {
  it('it learns that judgements were made, and nothing of what they say', () => {
    const text = benchForAgentText(forAgent(TYPICAL), 80);
    expect(text).toBe(
      '503 judgements made. What they say is for a person.\n  next: let a person look: pawl bench --audience human\n',
    );
    expect(Object.keys(JSON.parse(benchJson(forAgent(TYPICAL))) as object)).toEqual(['schema', 'audience', 'judged']);
  });
});
