import { blocks, type Chart, chartMarkup, pathMarkup } from './chart.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportCheckpoint, ReportMeasures } from './report-data.ts';
import { count, counted } from './words.ts';

type Defences = NonNullable<ReportMeasures['defences']>;

const AIR = 8;

/** What became of the defences, compared with the base: added ones upwards, lost and weakened ones downwards. */
export function defencesChart(checkpoints: readonly ReportCheckpoint[]): Markup {
  const all = checkpoints.map(({ measures }) => measures?.defences ?? null);
  const most = {
    up: mostOf(all, ({ added }) => added ?? 0),
    down: mostOf(all, ({ lost, weakened }) => lost + weakened),
  };
  const unit = (100 - 2 * AIR) / (most.up + most.down);
  const zero = AIR + most.up * unit;
  const span = (pick: (one: Defences) => readonly [number, number]) =>
    all.map((one): readonly [number, number] | null => {
      if (one === null) return null;
      const [from, to] = pick(one);
      return [zero - from * unit, zero - to * unit];
    });
  return chartMarkup({
    id: 'defences-chart',
    title: 'Defences',
    says: defencesText(checkpoints),
    checkpoints: checkpoints.map((one) => (one.measures?.defences == null ? { ...one, measures: null } : one)),
    ticks: [
      { y: AIR, label: `+${count(most.up)}` },
      { y: zero, label: '0' },
      { y: 100 - AIR, label: `−${count(most.down)}` },
    ],
    drawn: markup`${pathMarkup('better', blocks(span(({ added }) => [0, added ?? 0])))}${pathMarkup('worse', blocks(span(({ lost }) => [0, -lost])))}${pathMarkup('weaker', blocks(span(({ lost, weakened }) => [-lost, -lost - weakened])))}`,
    legend: LEGEND,
    hint: ({ sequence, measures }) => `${sequence}: ${hintOf(measures?.defences ?? null)}`,
  });
}

const LEGEND: Chart['legend'] = [
  { swatch: 'better', says: 'added' },
  { swatch: 'worse', says: 'lost' },
  { swatch: 'weaker', says: 'weakened' },
];

function defencesText(checkpoints: readonly ReportCheckpoint[]): string {
  const newest = checkpoints.findLast(({ measures }) => measures?.defences != null);
  if (newest?.measures?.defences == null) return 'Nothing could be compared.';
  const { kept, ...others } = newest.measures.defences;
  const said = `${hintOf({ kept, ...others })} at checkpoint ${newest.sequence}, compared with the base.`;
  return kept === null ? said : `${said} ${counted(kept, 'defence')} kept.`;
}

function hintOf(defences: Defences | null): string {
  if (defences === null) return 'could not tell';
  const { lost, weakened, added } = defences;
  return [
    `${count(lost)} lost`,
    `${count(weakened)} weakened`,
    ...(added === null ? [] : [`${count(added)} added`]),
  ].join(', ');
}

/** At least one, so that there is a scale. */
function mostOf(all: readonly (Defences | null)[], pick: (one: Defences) => number): number {
  return all.reduce((most, one) => (one === null ? most : Math.max(most, pick(one))), 1);
}
