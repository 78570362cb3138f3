import { SEVERITIES, SEVERITY_WEIGHT } from '@pawl/findings';
import { type Content, markup, type Markup } from './markup.ts';
import type { ReportData, ReportLock } from './report-data.ts';
import { few, tableMarkup } from './section.ts';
import { couldNotTell, count, counted, instant, labelText, nameText, shortId } from './words.ts';

const MOST_TOOLS = 60;

/** What everything is held against: who locked what, when, and with which tools. */
export function lockMarkup({ lock, checkpoints, missing }: ReportData): Markup {
  if (lock === null && missing.length > 0) return couldNotTell('what is locked');
  if (lock === null) return markup`<p class="none">Nothing is locked. Pin what is there: <code>pawl lock</code></p>`;
  return markup`<dl class="facts">${factsOf(lock).map(([name, says]) => markup`<div><dt>${name}</dt><dd>${says}</dd></div>`)}</dl>
${findingsMarkup(lock, checkpoints.at(-1)?.measures?.findings ?? null)}<h3>Tools and rules</h3>
${toolsMarkup(lock)}`;
}

function factsOf(lock: ReportLock): readonly (readonly [string, Content])[] {
  const { sequence, commit, lockedAt, expires, assurance, signedBy, decision, baseline } = lock;
  return [
    ['Lock', `${sequence}${decision === 'lock' ? '' : `, made to ${decision}`}`],
    ['Commit', shortId(commit)],
    ['Made', markup`${instant(lockedAt)} UTC`],
    ['Expires', expires === null ? 'never' : markup`${instant(expires)} UTC`],
    ['Assurance', assurance],
    ['Signed by', signedBy === null ? 'nobody' : nameText(signedBy)],
    ['Weighted total', count(baseline.weightedTotal)],
    ['Defences', baseline.defences === null ? 'not counted' : count(baseline.defences)],
    ['Suppressions', count(baseline.suppressions)],
    ['Examined', `${counted(baseline.examined, 'file')}, ${count(baseline.notExamined)} not`],
  ];
}

function findingsMarkup({ baseline }: ReportLock, now: ReportLock['baseline']['findings']): Markup | null {
  const locked = baseline.findings;
  if (locked === null) return null;
  const rows = SEVERITIES.map((severity) => [
    severity,
    count(SEVERITY_WEIGHT[severity]),
    count(locked[severity]),
    now === null ? '–' : count(now[severity]),
  ]);
  return markup`<h3>Findings by severity</h3>
${tableMarkup({ caption: 'Findings by severity', heads: ['Severity', 'Weighs', 'Locked', 'Now'], rows, figures: [1, 2, 3], isSmall: true })}`;
}

function toolsMarkup({ tools }: ReportLock): Markup {
  if (tools.length === 0) return markup`<p class="none">No tool is pinned.</p>`;
  const { shown, rest } = few(tools, MOST_TOOLS);
  const rows = shown.map(({ name, version, rulesDigest }) => [
    labelText(name),
    labelText(version),
    shortId(rulesDigest.replace(/^sha256:/u, '')),
  ]);
  return markup`${tableMarkup({ caption: 'Pinned tools', heads: ['Tool', 'Version', 'Rules'], rows, isSmall: true })}${rest === 0 ? null : markup`<p class="soft">and ${count(rest)} more</p>`}`;
}
