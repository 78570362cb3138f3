import { blocks, type Chart, chartMarkup, pathMarkup, steps } from './chart.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportCheckpoint } from './report-data.ts';
import { change, count } from './words.ts';

/** The smallest span of the scale, in weights: one high finding. A low one more is no cliff. */
const LEAST_SPAN = 10;
/** Of the height, above and below, so that no line lies on the edge. */
const AIR = 8;
/** Of the height: labels that are nearer cover each other. */
const NEAR = 11;

/** The weighted total of the findings over the checkpoints, held against the lock: above it is worse, below is better. */
export function findingsChart(checkpoints: readonly ReportCheckpoint[]): Markup {
  const totals = checkpoints.map(({ measures }) => measures?.weightedTotal ?? null);
  const locked = checkpoints.map(({ measures }) => measures?.lockedTotal ?? null);
  const known = [...totals, ...locked].filter((value) => value !== null);
  const scale = scaleOf(known);
  const span = (pick: (total: number, level: number) => number) =>
    totals.map((total, at): readonly [number, number] | null => {
      const level = locked[at] ?? null;
      return total === null || level === null ? null : [scale(level), scale(pick(total, level))];
    });
  const toY = (value: number | null): number | null => (value === null ? null : scale(value));
  return chartMarkup({
    id: 'findings-chart',
    title: 'Weighted findings',
    says: findingsText(checkpoints),
    checkpoints,
    ticks: ticksOf(known, locked.findLast((value) => value !== null) ?? null, scale),
    drawn: markup`${pathMarkup('worse', blocks(span(Math.max)))}${pathMarkup('better', blocks(span(Math.min)))}${pathMarkup('level', steps(locked.map(toY)))}${pathMarkup('line', steps(totals.map(toY)))}`,
    legend: LEGEND,
    hint: ({ sequence, measures }) =>
      measures === null
        ? `${sequence}: could not tell`
        : `${sequence}: ${count(measures.weightedTotal)}, ${change(measures.weightedTotal - measures.lockedTotal)} since the lock`,
  });
}

const LEGEND: Chart['legend'] = [
  { swatch: 'line', says: 'weighted total' },
  { swatch: 'level', says: 'the lock' },
  { swatch: 'worse', says: 'worse than the lock' },
  { swatch: 'better', says: 'better' },
];

function findingsText(checkpoints: readonly ReportCheckpoint[]): string {
  const newest = checkpoints.findLast(({ measures }) => measures !== null);
  if (newest?.measures == null) return 'Nothing could be measured.';
  const { weightedTotal, lockedTotal } = newest.measures;
  return `${count(weightedTotal)} at checkpoint ${newest.sequence}, ${change(weightedTotal - lockedTotal)} since the lock. A critical finding weighs 40, a high one 10, a medium one 4, a low one 1.`;
}

function scaleOf(known: readonly number[]): (value: number) => number {
  const [low, high] = known.length === 0 ? [0, 0] : [smallest(known), largest(known)];
  const room = Math.max(0, LEAST_SPAN - (high - low)) / 2;
  const span = high - low + 2 * room;
  return (value) => 100 - AIR - ((value - low + room) / span) * (100 - 2 * AIR);
}

/** The lock's level above all, and what it went to. */
function ticksOf(known: readonly number[], level: number | null, scale: (value: number) => number): Chart['ticks'] {
  const wanted = known.length === 0 ? [] : [...(level === null ? [] : [level]), largest(known), smallest(known)];
  return wanted.reduce<Chart['ticks']>((ticks, value) => {
    const y = scale(value);
    return ticks.some((tick) => Math.abs(tick.y - y) < NEAR) ? ticks : [...ticks, { y, label: count(value) }];
  }, []);
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}

function smallest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}
