import { describe, expect, it } from 'vitest';
import { redacted } from './redacted.ts';
import { TELLTALE, tellingReport } from './report-data.fixture.ts';
import type { ReportData } from './report-data.ts';
import { reportPage } from './report-page.ts';
import { STYLE } from './style.ts';

const KEPT = new Set(['pawl/report@1', '2026-11-23T16:40:12.000Z', '0.1.0', 'stopped', '3f2a91c0']);

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('when a report is redacted for the world of an agent', () => {
  const full = tellingReport();
  const page = reportPage(redacted(full)).replace(STYLE, '');

  it('it says that the loop is stopped, the number of the case, and that a person decides', () => {
    expect(redacted(full)).toEqual({
      ...{ schema: 'pawl/report@1', audience: 'agent', madeAt: '2026-11-23T16:40:12.000Z', pawl: '0.1.0' },
      ...{ state: 'stopped', cases: ['3f2a91c0', 'unnumbered'] },
      message: 'Work is paused for human review. Do not continue.',
    });
    expect(page).toContain('Case 3f2a91c0.');
    expect(page).toContain('A person decides.');
  });

  it('no text of the full report is in the page, and each is in the full one', () => {
    const texts = textsOf(full).filter((text) => !KEPT.has(text));
    const secrets = texts.filter((text) => text.startsWith('secret-'));
    expect(secrets.length).toBeGreaterThan(40);
    expect(secrets.filter((text) => page.includes(text))).toEqual([]);
    for (const word of ['lost-guard', 'invariants', 'critical', 'CWE', 'regression', 'escalated', 'finding', 'defence'])
      expect(page.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('no count of the full report is in the page', () => {
    expect(JSON.stringify(redacted(full))).not.toContain(String(TELLTALE));
    expect(page.replaceAll(/\D/gu, '')).not.toContain(String(TELLTALE));
  });

  it('the page of a stop is the same, whatever stopped it', () => {
    const other: ReportData = { ...full, cases: [], checkpoints: [], suppressions: null, missing: [], lock: null };
    expect(reportPage(redacted(other))).toBe(reportPage(redacted(full)));
  });

  it('a loop that goes on names no case, though one was open', () => {
    const loop = { name: 'x', state: 'goes-on', latch: ['3f2a91c0'] } as const;
    expect(redacted({ ...full, loop })).toMatchObject({ state: 'goes-on', cases: [], message: null });
  });

  it('what could not be found out is not “nothing”', () => {
    expect(redacted({ ...full, loop: null }).state).toBe('could-not-tell');
    expect(redacted({ ...full, loop: null, missing: [] }).state).toBe('nothing-judged');
  });
});
