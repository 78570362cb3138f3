import type { Reported } from '@pawl/checkpoint';
import { nextLines, type Paint, type Row, rowLines, shortName } from '@pawl/report';
import { countText } from './count-text.ts';
import { type Headline, headline } from './headline.ts';

/** What was made of a report. */
export interface ToldReport extends Pick<Reported, 'data' | 'otherLoops'> {
  /** Whether every verdict was recomputed. */
  readonly isVerified: boolean;
  /** Where it lies; absent where none was written. */
  readonly file: string | undefined;
  /** Whether it is shown to the person; absent where nobody asked for that. */
  readonly isOpened?: boolean | undefined;
}

type Data = ToldReport['data'];

/** `partly`: something that it is about could not be read. */
export function reportResult(data: Data): 'whole' | 'partly' {
  const state = data.audience === 'agent' ? data.state : data.loop?.state;
  const isFaulty = data.audience === 'human' && data.ledger.state === 'faults';
  return state === 'could-not-tell' || isFaulty ? 'partly' : 'whole';
}

/** How the loop stands, what the page holds, and where it lies. */
export function reportText(told: ToldReport, paint: Paint, columns: number): string {
  return [
    ...headline(standing(told.data), paint, columns),
    '',
    ...rowLines([...rowsOf(told), ...fileRows(told)], columns, paint.dim),
    '',
    ...nextLines(nextStep(told), columns),
    '',
  ].join('\n');
}

function standing(data: Data): Headline {
  if (data.audience === 'agent') return AGENT[data.state];
  const { loop, checkpoints, lock } = data;
  const name = shortName(loop?.name ?? data.branch ?? 'a detached HEAD');
  const [first] = loop?.latch ?? [];
  if (first !== undefined) return { how: 'ill', says: `stopped  ${name}, by case ${first}` };
  if (loop?.state === 'could-not-tell') return { how: 'unsure', says: `could not tell how ${name} stands` };
  if (lock === null) return { how: 'unsure', says: 'nothing is locked yet' };
  if (checkpoints.length === 0) return { how: 'plain', says: 'nothing was judged yet' };
  return { how: 'well', says: `goes on  ${name}` };
}

const AGENT: Readonly<Record<Extract<Data, { readonly audience: 'agent' }>['state'], Headline>> = {
  stopped: { how: 'ill', says: 'stopped' },
  'goes-on': { how: 'well', says: 'goes on' },
  'nothing-judged': { how: 'plain', says: 'nothing was judged yet' },
  'could-not-tell': { how: 'unsure', says: 'could not tell how the loop stands' },
};

function rowsOf({ data, otherLoops, isVerified }: ToldReport): readonly Row[] {
  if (data.audience === 'agent') return data.cases.map((id) => ({ name: 'case', says: id }));
  const { checkpoints, cases, ledger, missing } = data;
  return [
    ...(checkpoints.length === 0 ? [] : [{ name: 'points', says: pointsText(data) }]),
    ...(cases.length === 0 ? [] : [{ name: 'cases', says: casesText(data) }]),
    ...driftRows(data),
    ...(ledger.chains.length === 0 ? [] : [{ name: 'ledger', says: ledgerText(ledger.state, isVerified) }]),
    ...ledger.faults.slice(0, SHOWN).map(({ message }) => ({ name: 'fault', says: shortName(message, LONGEST) })),
    ...missing.slice(0, SHOWN).map((says) => ({ name: 'missing', says: shortName(says, LONGEST) })),
    ...otherRows(otherLoops),
  ];
}

/** The page has all of them. */
const SHOWN = 5;
/** Of one of them, in columns. */
const LONGEST = 240;

function ledgerText(state: Human['ledger']['state'], isVerified: boolean): string {
  switch (state) {
    case 'whole':
      return `every link and signature holds, ${isVerified ? 'and every verdict' : 'and no verdict was recomputed'}`;
    case 'faults':
      return 'it does not hold';
    case 'not-verified':
      return 'there is nothing to hold it against';
  }
}

type Human = Extract<Data, { readonly audience: 'human' }>;

function pointsText({ checkpoints }: Human): string {
  const measured = checkpoints.filter(({ measures }) => measures !== null).length;
  const stopped = checkpoints.filter(({ outcome }) => outcome === 'stopped').length;
  const unsure = checkpoints.filter(({ outcome }) => outcome === 'inconclusive').length;
  return [
    countText(checkpoints.length, 'checkpoint'),
    `${measured} measured`,
    ...(stopped === 0 ? [] : [`${stopped} stopped`]),
    ...(unsure === 0 ? [] : [`${unsure} that could not tell`]),
  ].join(', ');
}

function casesText({ cases }: Human): string {
  const of = (state: Human['cases'][number]['state']): number => cases.filter((one) => one.state === state).length;
  const parts = [
    [of('open'), 'open'],
    [of('released'), 'released'],
    [of('decided'), 'decided'],
  ] as const;
  return parts.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`])).join(', ');
}

function driftRows({ checkpoints }: Human): readonly Row[] {
  const newest = checkpoints.findLast(({ measures }) => measures !== null)?.measures;
  if (newest === undefined || newest === null) return [];
  const { weightedTotal, lockedTotal, defences } = newest;
  const total = `weighted total ${weightedTotal}, locked ${lockedTotal}`;
  const lost = defences === null ? '' : `; ${countText(defences.lost, 'defence')} lost, ${defences.weakened} weakened`;
  return [{ name: 'drift', says: `${total}${lost}` }];
}

function otherRows([first, ...more]: readonly string[]): readonly Row[] {
  if (first === undefined) return [];
  const names = [first, ...more]
    .slice(0, SHOWN)
    .map((name) => shortName(name))
    .join(', ');
  const rest = more.length + 1 > SHOWN ? ` and ${more.length + 1 - SHOWN} more` : '';
  return [{ name: 'others', says: `${names}${rest}` }];
}

function fileRows({ data, file, isOpened }: ToldReport): readonly Row[] {
  if (file === undefined) return [];
  const redacted = data.audience === 'agent' ? 'without any detail, since an agent can read it:' : '';
  return [
    { name: 'report', says: redacted, command: file },
    ...(isOpened === false ? [{ name: '', says: 'there is nothing here to open it with' }] : []),
  ];
}

function nextStep({ data, file, isOpened }: ToldReport): string {
  if (data.audience === 'agent')
    return data.state === 'stopped'
      ? 'wait: a person decides'
      : 'a person makes the whole report in a terminal of their own, outside a branch under agent/: pawl report';
  const [open] = data.cases.filter(({ state }) => state === 'open');
  if (data.ledger.state === 'faults') return 'see what does not hold: pawl verify --no-recompute';
  if (open !== undefined) return `read the case: pawl review ${open.id}`;
  if (data.lock === null) return 'make a lock: pawl lock';
  if (file !== undefined && isOpened !== true) return 'look at it: pawl report --open';
  return data.checkpoints.length === 0 ? 'judge what is staged: pawl check' : 'see how it stands: pawl status';
}
