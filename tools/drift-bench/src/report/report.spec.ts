import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from 'prettier';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ResultRow } from '../run/result-row.ts';
import { judgedRow } from '../testing/rows.ts';
import { markdownReport } from './markdown-report.ts';
import { rocSvg } from './roc-svg.ts';
import { summarise } from './summary.ts';
import { writeDocs } from './write-docs.ts';

const ROWS: readonly ResultRow[] = [
  judgedRow({ score: 0.9, located: { file: true, symbol: true }, lines: 3 }),
  judgedRow({ id: 'js-002', score: 0.2, change: 'option-added', lines: 30 }),
  judgedRow({ id: 'js-001', kind: 'fix' }),
  judgedRow({ id: 'js-002', kind: 'fix' }),
  judgedRow({ id: 'js-101', kind: 'benign', score: 0.6, defence: null, change: null, repo: 'o/b' }),
  judgedRow({ id: 'js-101', kind: 'revert', defence: null, change: null, repo: 'o/b', fault: 'killed' }),
  {
    state: 'missing',
    ...{ id: 'py-001', kind: 'benign', set: 'dev', lang: 'py', repo: 'o/p', defence: null, change: null },
    why: 'the mirror lacks a blob',
  },
];
const SUMMARY = summarise(ROWS, [
  { name: 'default', value: 0.5 },
  { name: 'all <b>', value: 0.1 },
]);

describe('when a run is reported', () => {
  const report = markdownReport(SUMMARY, { seen: '2026-11-23', gate: 'the engine in process' });
  const line = (start: string): string | undefined =>
    report
      .split('\n')
      .find((text) => text.startsWith(`| ${start} `))
      ?.replace(/ +/gu, ' ');

  it('each offered threshold has its four shares', () => {
    const none = '0/2, 0.0 % (0.0 to 65.8)';
    expect(line('default (0.5)')).toBe(
      `| default (0.5) | 1/2, 50.0 % (9.5 to 90.5) | 1/1, 100.0 % (20.7 to 100.0) | 0/1, 0.0 % (0.0 to 79.3) | ${none} |`,
    );
  });

  it('what a threshold could reach within a budget is told apart', () => {
    expect(line('default: ordinary ≤ 5 %, reverts ≤ 10 %, fixes ≤ 2 %')).toContain('| 0.9 | 1/2');
  });

  it('regressions are counted by kind of change and by size', () => {
    expect(line('option-added')).toContain('| 0/1,');
    expect(line('1–6')).toContain('| 1/1,');
    expect(line('26–100')).toContain('| 0/1,');
  });

  it('what could not be told and what is missing is said', () => {
    expect(report).toContain('1 cases could not be told');
    expect(report).toContain('1 are missing');
    expect(line('o/p: the mirror lacks a blob')).toContain('| py-001 benign |');
  });

  it('Prettier finds nothing to mend in it', async () => {
    expect(await check(report, { parser: 'markdown', singleQuote: true, printWidth: 120 })).toBe(true);
  });

  it('the section and the picture are written side by side', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await writeDocs(folder, report, rocSvg(SUMMARY));
    expect(readFileSync(join(folder, 'drift.md'), 'utf8')).toContain(report.trimEnd());
    expect(readFileSync(join(folder, 'drift-roc.svg'), 'utf8')).toBe(rocSvg(SUMMARY));
  });
});

describe('when the curve is drawn', () => {
  const svg = rocSvg(SUMMARY);

  it('whoever cannot see it is told the same', () => {
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain(
      'At the threshold default, 50.0 % of regressions are stopped, with 100.0 % of ordinary commits',
    );
  });

  it('each kind has a line, and a mark at each threshold where it belongs', () => {
    for (const kind of ['benign', 'revert', 'fix']) {
      expect(svg).toContain(`<path class="line ${kind}"`);
      expect(svg.split(`class="mark ${kind}"`)).toHaveLength(3);
    }
    // All ordinary commits (right edge) and half of the regressions (half way up).
    expect(svg).toContain('<circle class="mark benign" cx="696" cy="256" r="5"/>');
  });

  it('it reads in the dark, and nothing in it is taken for markup or loaded', () => {
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toContain('all &lt;b&gt;');
    expect(svg).not.toMatch(/<script|href=|url\(/u);
  });
});
