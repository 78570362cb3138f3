import { documentText, PLAIN } from '@pawl/report';
import { redacted } from '@pawl/report/page';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { caseOf, checkpointOf, loopReportOf, reportOf } from '../testing/report-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { reportResult, reportText, type ToldReport } from './report-text.ts';

const FILE = '/home/ada/shop/.git/pawl/report.html';
const told = (data: ToldReport['data'], over: Partial<ToldReport> = {}): ToldReport => {
  return { data, otherLoops: [], isVerified: false, file: FILE, ...over };
};

const stopped = loopReportOf({
  loop: { name: 'agent/login', state: 'stopped', latch: ['7a494716'] },
  checkpoints: [
    checkpointOf(1),
    checkpointOf(2, { outcome: 'inconclusive', measures: null, notMeasured: 'its tree is gone' }),
    checkpointOf(3, { outcome: 'stopped', case: '7a494716' }),
  ],
  cases: [caseOf('7a494716'), caseOf('0c3e55d1', { state: 'released', why: 'mended' })],
  ledger: {
    state: 'faults',
    basis: 'the anchor in /etc/pawl/anchor.json',
    chains: [{ ref: 'refs/pawl/loop/agent%2Flogin', entries: 3 }],
    faults: [{ message: 'refs/pawl/loop/agent%2Flogin, checkpoint 2: its digest is another one', next: 'pawl sync' }],
  },
  missing: ['the measures of 1 of 3 checkpoints: its tree is gone'],
});

const hostile = loopReportOf({
  branch: HOSTILE.longPath,
  repository: HOSTILE_TEXT,
  loop: { name: HOSTILE_TEXT, state: 'stopped', latch: ['7a494716'] },
  checkpoints: [checkpointOf(1, { notMeasured: HOSTILE.lines, measures: null, signedBy: HOSTILE.ansi })],
  cases: [caseOf('7a494716', { why: HOSTILE.html, notRecomputed: HOSTILE.github })],
  ledger: { state: 'faults', basis: HOSTILE.osc, chains: [], faults: [{ message: HOSTILE_TEXT, next: HOSTILE.shell }] },
  missing: [HOSTILE_TEXT, HOSTILE.azure, HOSTILE.longPath],
});

const STATES = {
  empty: told(reportOf()),
  typical: told(loopReportOf(), { otherLoops: ['agent/search', 'agent/upload'], isVerified: true }),
  failing: told(stopped, { isOpened: false }),
  hostile: told(hostile, { file: `/tmp/${HOSTILE.bidi}`, otherLoops: [HOSTILE.ansi, HOSTILE.longPath, HOSTILE.wide] }),
};

describeOutput('report', STATES, reportText, { mayBeLonger: [/^ *\/tmp\//u, FILE] });
describeDocument(
  'report',
  {
    ...STATES,
    agent: told(redacted(stopped)),
    'agent that could not be told': told(redacted(reportOf({ missing: ['x'] }))),
  },
  ({ data: { schema, ...content } }) => documentText(schema, content),
);

describe('when a report is told', () => {
  const text = (data: ToldReport['data'], over?: Partial<ToldReport>): string =>
    reportText(told(data, over), PLAIN, 100);

  it('an agent gets the number of the case, and no way to the details', () => {
    const said = text(redacted(stopped));
    expect(said).toContain('7a494716');
    expect(said).not.toMatch(/review|checkpoint|agent\/login|ledger|high|lost/u);
  });

  it('says how to look at the page, and not where it is shown already', () => {
    expect(text(loopReportOf())).toContain('next: look at it: pawl report --open');
    expect(text(loopReportOf(), { isOpened: true })).not.toContain('--open');
  });

  it('says what nothing could be opened with', () => {
    expect(text(loopReportOf(), { isOpened: false })).toContain('there is nothing here to open it with');
  });
});

describe('when a report could not read everything', () => {
  it('is partly a report, and one that lacks only measures is whole', () => {
    expect(reportResult(stopped)).toBe('partly');
    expect(reportResult(loopReportOf({ loop: { name: 'x', state: 'could-not-tell', latch: [] } }))).toBe('partly');
    expect(reportResult(redacted(reportOf({ missing: ['x'] })))).toBe('partly');
    expect(reportResult(loopReportOf({ missing: ['the measures of 1 of 3 checkpoints'] }))).toBe('whole');
    expect(reportResult(reportOf())).toBe('whole');
  });
});
