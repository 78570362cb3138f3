import { caseMarkup, type ShownCase } from './case-markup.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportCase, ReportData } from './report-data.ts';
import { few } from './section.ts';
import { couldNotTell, count, counted } from './words.ts';

/** Reasons in all, and cases. A page that grows without end is read by nobody, and a browser gives up on it. */
const MOST_REASONS = 60;
const MOST_CASES = 60;

/** Which cases have a place on the page: those that wait for a person first. Anchors are numbers of ours, never data. */
export function shownCases(cases: readonly ReportCase[]): readonly ShownCase[] {
  const sorted = [...cases].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  let left = MOST_REASONS;
  return few(sorted, MOST_CASES).shown.map((of, at) => {
    const shown = few(of.reasons ?? [], left).shown;
    left -= shown.length;
    return { of, anchor: `case-${at + 1}`, shown };
  });
}

export function casesMarkup({ cases, loop, checkpoints }: ReportData, shown: readonly ShownCase[]): Markup {
  if (cases.length === 0) {
    const wasStopped = loop?.state === 'stopped' || checkpoints.some(({ outcome }) => outcome === 'stopped');
    return wasStopped ? couldNotTell('why it stopped') : markup`<p class="none">It was never stopped.</p>`;
  }
  const open = cases.filter(({ state }) => state === 'open').length;
  const rest = cases.length - shown.length;
  return markup`<p>${counted(cases.length, 'case')}, ${open === 0 ? 'decided' : `${count(open)} open`}.</p>
${shown.map(caseMarkup)}${rest === 0 ? null : markup`<p class="soft">and ${counted(rest, 'older case')}: <code>pawl log</code></p>`}`;
}
