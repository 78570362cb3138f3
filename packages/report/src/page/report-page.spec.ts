import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseOf, checkpointOf, MEASURES, reasonOf, tellingReport } from './report-data.fixture.ts';
import type { ReportData } from './report-data.ts';
import { reportPage } from './report-page.ts';
import { STYLE, STYLE_DIGEST } from './style.ts';

const FULL = tellingReport();
const page = (more: Partial<ReportData>): string => reportPage({ ...FULL, ...more });
/** What a reader sees of it, without tags. */
const read = (more: Partial<ReportData>): string =>
  page(more)
    .replace(STYLE, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('the page', () => {
  it('allows its own style by its hash, and nothing else', () => {
    expect(STYLE_DIGEST).toBe(createHash('sha256').update(STYLE).digest('base64'));
    expect(page({})).toContain(
      `content="default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page({})).toContain(`<style>${STYLE}</style>`);
    expect(STYLE).not.toMatch(/url\(|@import|<\//u);
  });

  it('is the same for the same data, and takes nothing from its surroundings', () => {
    expect(page({})).toBe(page({}));
  });

  it('has no script, no address and no style in an attribute', () => {
    expect(page({})).not.toMatch(/<script|https?:|\sstyle=|\son\w+=/u);
  });
});

describe('when something could not be found out', () => {
  it('it is told before anything else', () => {
    const text = read({ missing: ['The loop was not fetched.'] });
    expect(text.indexOf('The loop was not fetched.')).toBeGreaterThan(0);
    expect(text.indexOf('The loop was not fetched.')).toBeLessThan(text.indexOf('Weighted findings'));
  });

  it('no figure stands in its place', () => {
    const unknown = { coverage: null, suppressions: null, waivers: null, tests: null };
    const text = read({ ...unknown, checkpoints: [checkpointOf({ measures: null, notMeasured: 'its tree is gone' })] });
    expect(text).toContain('Weighted findings could not tell');
    expect(text).toContain('Defences lost could not tell');
    expect(text).toContain('New suppressions could not tell');
    expect(text).toContain('Security tests could not tell');
    expect(text).toContain('Files not examined could not tell');
    expect(text).toContain('Could not tell what people accepted.');
    expect(text).toContain('could not tell its tree is gone');
  });

  it('a lock that could not be read is not called none', () => {
    const blank = { lock: null, loop: null, checkpoints: [], cases: [] };
    expect(read({ ...blank, missing: ['The lock could not be read.'] })).not.toContain('Nothing is locked.');
    const nothing = { ...FULL.ledger, chains: [], faults: [] };
    expect(read({ ...blank, missing: [], ledger: nothing })).toContain('Nothing is locked.');
  });

  it('a newest checkpoint that could not tell is not called clean', () => {
    const loop = { name: 'x', state: 'goes-on', latch: [] } as const;
    const text = read({ loop, checkpoints: [checkpointOf({ outcome: 'inconclusive' })] });
    expect(text).toContain('The newest checkpoint could not tell.');
  });

  it('a case that could not be recomputed says why, and has no reasons', () => {
    const text = read({ cases: [caseOf({ reasons: null, outcome: null, notRecomputed: 'its tree is gone' })] });
    expect(text).toContain('Could not tell what it was about: its tree is gone');
  });
});

describe('when a loop is looked at', () => {
  it('one that was stopped is never said not to have been', () => {
    expect(read({ cases: [] })).toContain('Could not tell why it stopped.');
    const loop = { name: 'x', state: 'goes-on', latch: [] } as const;
    expect(read({ cases: [], loop, checkpoints: [checkpointOf({})] })).toContain('It was never stopped.');
  });

  it('one whose record is damaged does not go on, though its newest checkpoint is clean', () => {
    const loop = { name: 'x', state: 'could-not-tell', latch: [] } as const;
    const text = read({ loop, checkpoints: [checkpointOf({})] });
    expect(text).toContain('Could not tell how the loop stands.');
    expect(text).not.toContain('The loop goes on');
  });

  it('a ledger with faults is told at the top, and nothing is good then', () => {
    const loop = { name: 'x', state: 'goes-on', latch: [] } as const;
    const clean = { loop, checkpoints: [checkpointOf({})] };
    expect(page(clean)).toContain('<div class="standing unsure">');
    expect(read(clean)).toContain('The ledger has faults : what is told here may not be what was judged.');
    expect(page({ ...clean, ledger: { ...FULL.ledger, state: 'whole', faults: [] } })).toContain(
      'class="standing good"',
    );
  });
});

describe('the charts', () => {
  it('have a gap where nothing was measured, and no line across it', () => {
    const html = page({
      checkpoints: [
        checkpointOf({ sequence: 1, measures: { ...MEASURES, weightedTotal: 64 } }),
        checkpointOf({ sequence: 2, measures: null, notMeasured: 'no tree' }),
        checkpointOf({ sequence: 3, measures: { ...MEASURES, weightedTotal: 74 } }),
      ],
    });
    expect(html).toContain('<path class="line" d="M0 92H1M2 8H3"/>');
    expect(html).toContain('<path class="worse" d="M2 92V8h1V92z"/>');
    expect(html).toContain('<path class="blank" d="M1 0h1v100h-1z"/>');
  });

  it('show added defences above and lost and weakened ones below', () => {
    const html = page({ checkpoints: [checkpointOf({})] });
    // 4 added, 2 lost, 1 weakened: seven units of 12 % of the height, below 8 % of air.
    expect(html).toContain('<path class="better" d="M0 56V8h1V56z"/>');
    expect(html).toContain('<path class="worse" d="M0 56V80h1V56z"/>');
    expect(html).toContain('<path class="weaker" d="M0 80V92h1V80z"/>');
  });
});

describe('when there is more than a page can hold', () => {
  const many = <Item>(length: number, make: (at: number) => Item): readonly Item[] =>
    Array.from({ length }, (_, at) => make(at));

  it('open cases keep their place, and the others are counted', () => {
    const released = many(200, (at) => caseOf({ id: `0000${at + 1000}`, state: 'released' }));
    const text = read({ cases: [...released, caseOf({ id: '3f2a91c0', state: 'open' })] });
    expect(text.indexOf('Case 3f2a91c0 open')).toBeGreaterThan(0);
    expect(text.indexOf('Case 3f2a91c0 open')).toBeLessThan(text.indexOf('Case 00001000 released'));
    expect(text).toContain('and 141 older cases');
  });

  it('it stays a page that opens, whatever somebody puts there', () => {
    const name = '<&>"'.repeat(5000);
    const excerpt = { file: name, leftOut: 0, lines: many(30, (line) => ({ mark: '+', line, text: name }) as const) };
    const reasons = many(50, () => reasonOf({ file: name, symbol: name, message: name, rule: name, excerpt }));
    const html = page({
      checkpoints: many(3000, (at) => checkpointOf({ sequence: at + 1, signedBy: name, case: name })),
      cases: many(300, () => caseOf({ id: name, reasons })),
      coverage: {
        checkpoint: 1,
        examined: 1,
        notExamined: many(5000, () => ({ path: name, language: name, by: name, why: name })),
      },
    });
    expect(html.length).toBeLessThan(4_000_000);
    expect(html).toContain('2\u202f500 older ones are not shown');
  });
});
