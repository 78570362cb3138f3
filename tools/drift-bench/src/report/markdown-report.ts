import { groupBy } from '../group-by.ts';
import type { Part } from '../statistics/breakdown.ts';
import type { Budget, OperatingPoint } from '../statistics/roc.ts';
import { optional, percent, shareText } from './figures.ts';
import { markdownTable } from './markdown-table.ts';
import type { Summary } from './summary.ts';

export interface RunFacts {
  /** Like `2026-11-23`. */
  readonly seen: string;
  /** What was asked, as a person would type it. */
  readonly gate: string;
}

/** Every figure of a run, and nothing that is not from it. */
export function markdownReport(summary: Summary, facts: RunFacts): string {
  return `${[
    introduction(summary, facts),
    ...policies(summary),
    ...curve(summary),
    ...tables(summary),
    ...falseStops(summary),
    ...places(summary),
    ...time(summary),
    ...untold(summary),
  ].join('\n\n')}\n`;
}

function introduction({ judged, projects, sets, counts }: Summary, { seen, gate }: RunFacts): string {
  const { regression, fix, benign, revert } = counts;
  return [
    `Seen on ${seen}: ${judged} cases of ${projects} projects (set ${sets.join(' and ')}), judged by ${gate}:`,
    `${regression} security fixes put back (regressions), ${fix} as they were made (fixes), ${benign} ordinary commits and`,
    `${revert} of them undone (reverts). In brackets 95 % intervals (Wilson).`,
  ].join('\n');
}

const POINT_HEADER = ['regressions stopped', 'ordinary commits', 'reverts', 'fixes'];

function pointCells({ regression, benign, revert, fix }: OperatingPoint): readonly string[] {
  return [regression, benign, revert, fix].map(shareText);
}

function policies({ policies: offered }: Summary): readonly string[] {
  const rows = offered.map(({ name, point }) => [`${name} (${scoreText(point.threshold)})`, ...pointCells(point)]);
  return ['### At the offered thresholds', markdownTable(['policy (score)', ...POINT_HEADER], rows)];
}

function curve({ within, area }: Summary): readonly string[] {
  const rows = within.map(({ name, budget, point }) => [
    `${name}: ${budgetText(budget)}`,
    point === undefined ? 'none' : scoreText(point.threshold),
    ...(point === undefined ? POINT_HEADER.map(() => 'none') : pointCells(point)),
  ]);
  const areas = Object.entries(area).map(([kind, value]) => `${kind} ${optional(value, 3)}`);
  return [
    '### What any threshold could reach',
    '![Regressions stopped against false stops](drift-roc.svg)',
    `Area under the curve against each kind: ${areas.join(', ')}. The best threshold within a budget, picked with these very cases in sight:`,
    markdownTable(['budget', 'score', ...POINT_HEADER], rows),
  ];
}

function tables({ tables: { change, defence, size }, languages }: Summary): readonly string[] {
  const byLanguage = languages.map(({ name, point }) => [name, ...pointCells(point)]);
  return [
    '### Where',
    'All of the following is at the first of the offered thresholds.',
    partTable('kind of change', change),
    partTable('defence', defence),
    partTable('changed lines', size),
    markdownTable(['language', ...POINT_HEADER], byLanguage),
  ];
}

function partTable(title: string, parts: readonly Part[]): string {
  return markdownTable(
    [title, 'regressions stopped'],
    parts.map(({ name, share }) => [name, shareText(share)]),
  );
}

function falseStops({ worst }: Summary): readonly string[] {
  if (worst.length === 0) return [];
  const rows = worst.map(({ name, share }) => [name, shareText(share)]);
  const title = 'The projects with the most false stops, of any kind:';
  return [title, markdownTable(['project', 'stopped'], rows)];
}

function places({ located }: Summary): readonly string[] {
  if (located === undefined) return [];
  const { file, symbol } = located;
  return [
    `Of the regressions stopped, the changed file was named in ${shareText(file)}; of those whose change lies in a named function or class, that symbol in ${shareText(symbol)}.`,
  ];
}

function time({ time: { median, p95, most, slope } }: Summary): readonly string[] {
  const figures = `median ${optional(median, 1)}, p95 ${optional(p95, 1)}, most ${optional(most, 0)}`;
  return [
    '### Time',
    `Milliseconds a case: ${figures}. It grows with the bytes of both versions of the changed files to the power ${optional(slope, 2)} (1 is linear).`,
  ];
}

function untold({ faults, notExamined, missing }: Summary): readonly string[] {
  const told = `${faults.length} cases could not be told (they count as not stopped), ${notExamined} have a file that was not examined, ${missing.length} are missing (they count nowhere).`;
  const reasons = [...groupBy(missing, ({ repo, why }) => `${repo}: ${withoutIds(why)}`)];
  const rows = reasons.map(([why, group]) => [why, group.map(({ id, kind }) => `${id} ${kind}`).join(', ')]);
  return [
    '### What could not be told',
    told,
    ...(rows.length > 0 ? [markdownTable(['missing because', 'cases'], rows)] : []),
  ];
}

function withoutIds(why: string): string {
  return why.replace(/[0-9a-f]{40}/gu, 'an object');
}

function budgetText({ benign, revert, fix }: Budget): string {
  const limits = { ordinary: benign, reverts: revert, fixes: fix };
  return Object.entries(limits)
    .flatMap(([name, limit]) => (limit === undefined ? [] : [`${name} ≤ ${percent(limit).replace('.0', '')} %`]))
    .join(', ');
}

/** Infinity stops nothing. */
function scoreText(threshold: number): string {
  return threshold === Infinity ? 'no score' : String(Math.round(threshold * 1e4) / 1e4);
}
