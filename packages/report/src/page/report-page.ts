import { acceptedMarkup } from './accepted-section.ts';
import { casesMarkup, shownCases } from './cases-section.ts';
import { checkpointTable } from './checkpoint-table.ts';
import { coverageMarkup } from './coverage-section.ts';
import { defencesChart } from './defences-chart.ts';
import { figures } from './figures.ts';
import { findingsChart } from './findings-chart.ts';
import { ledgerMarkup } from './ledger-section.ts';
import { lockMarkup } from './lock-section.ts';
import { markup, type Markup } from './markup.ts';
import type { AgentReport, ReportCheckpoint, ReportData } from './report-data.ts';
import { type Section, sectionMarkup } from './section.ts';
import { documentMarkup } from './document-markup.ts';
import { agentStanding } from './agent-standing.ts';
import { BEGINNING } from './beginning.ts';
import { missingMarkup } from './missing-markup.ts';
import { standing, whereText } from './standing.ts';
import { testsMarkup } from './tests-section.ts';
import { timeLine } from './time-line.ts';
import { count, instant } from './words.ts';

/** The newest ones; a chain may be much longer than what a page shows at once. */
const MOST_CHECKPOINTS = 500;

/** One HTML page that needs nothing but itself: no network, no script. The same data is the same page. */
export function reportPage(data: ReportData | AgentReport): string {
  return data.audience === 'agent' ? agentPage(data) : humanPage(data);
}

function humanPage(data: ReportData): string {
  const sections = sectionsOf(data);
  return documentMarkup(
    `Pawl: ${data.repository}`,
    markup`<header><p class="eyebrow">Pawl report</p><h1>${whereText(data)}</h1></header>
${navigation(sections)}<main id="main" tabindex="-1">
${standing(data)}${missingMarkup(data.missing)}${isBlank(data) ? BEGINNING : figures(data)}${sections.map(sectionMarkup)}</main>
${footer(data)}`,
  );
}

/** Nothing but what {@link AgentReport} has room for. */
function agentPage(data: AgentReport): string {
  return documentMarkup(
    'Pawl',
    markup`<header><p class="eyebrow">Pawl report</p><h1>Where the loop stands</h1></header>
<main id="main" tabindex="-1">
${agentStanding(data)}</main>
${footer(data)}`,
  );
}

/** Seven headings over nothing would say nothing. */
function isBlank({ lock, checkpoints, cases, ledger, missing }: ReportData): boolean {
  return (
    lock === null && [checkpoints, cases, ledger.chains, ledger.faults, missing].every(({ length }) => length === 0)
  );
}

function navigation(sections: readonly Section[]): Markup | null {
  if (sections.length === 0) return null;
  return markup`<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`;
}

function sectionsOf(data: ReportData): readonly Section[] {
  if (isBlank(data)) return [];
  const cases = shownCases(data.cases);
  const anchors = new Map(cases.map(({ of, anchor }) => [of.id, anchor]));
  const anchorOf = (id: string): string | undefined => anchors.get(id);
  return [
    { id: 'drift', title: 'Drift', body: driftMarkup(data.checkpoints, anchorOf) },
    { id: 'cases', title: 'Where it stopped', body: casesMarkup(data, cases) },
    { id: 'coverage', title: 'Not examined', body: coverageMarkup(data.coverage) },
    { id: 'accepted', title: 'Accepted and silenced', body: acceptedMarkup(data) },
    { id: 'tests', title: 'Security tests', body: testsMarkup(data.tests) },
    { id: 'lock', title: 'The lock', body: lockMarkup(data) },
    { id: 'ledger', title: 'The ledger', body: ledgerMarkup(data.ledger) },
  ];
}

function driftMarkup(all: readonly ReportCheckpoint[], anchorOf: (id: string) => string | undefined): Markup {
  const checkpoints = all.slice(-MOST_CHECKPOINTS);
  const older = all.length - checkpoints.length;
  return markup`${timeLine(checkpoints, anchorOf)}${
    older === 0 ? null : markup`<p class="soft">${count(older)} older ones are not shown: <code>pawl log</code></p>`
  }${
    checkpoints.length === 0
      ? null
      : markup`<div class="charts">${findingsChart(checkpoints)}${defencesChart(checkpoints)}</div>
${checkpointTable(checkpoints, anchorOf)}`
  }`;
}

function footer({ madeAt, pawl, audience }: ReportData | AgentReport): Markup {
  const care =
    audience === 'human'
      ? ' It names rules and places: show it to people, and not to the agents that are judged.'
      : null;
  return markup`<footer><p>Made ${instant(madeAt)} UTC by Pawl ${pawl}.${care}</p></footer>
`;
}
