import type { Log, LoggedChain, LoggedCheckpoint, LoggedLock } from '@pawl/checkpoint';
import { documentText, nextLines, type Paint, shortName, wrap } from '@pawl/report';
import { blocks } from './blocks.ts';
import { headline } from './headline.ts';
import { type Cell, tableLines } from './table-lines.ts';
import { whenText } from './when-text.ts';

/** Chain by chain, newest first. */
export function logText({ locks, loops }: Log, paint: Paint, columns: number): string {
  const chains = [
    ...locks.map((chain) => chainLines(`lock ${shortName(chain.name)}`, chain, lockCells, paint, columns)),
    ...loops.map((chain) => chainLines(`loop ${shortName(chain.name)}`, chain, checkpointCells, paint, columns)),
  ];
  if (chains.length === 0)
    return blocks(
      headline({ how: 'plain', says: 'nothing is recorded here yet' }, paint, columns),
      nextLines('begin: pawl lock; or fetch what others have: pawl sync', columns),
    );
  const isBroken = [...locks, ...loops].some(({ fault }) => fault !== undefined);
  return blocks(...chains, isBroken ? nextLines('see all that does not hold: pawl verify', columns) : []);
}

/** For machines; `schema` changes when a field does. */
export function logJson({ locks, loops }: Log): string {
  const chain = <Entry>({ name, entries, fault }: LoggedChain<Entry>): object => ({
    name,
    entries,
    fault: fault ?? null,
  });
  return documentText('pawl/log@1', { locks: locks.map(chain), loops: loops.map(chain) });
}

/** Narrow lines have no room for object ids: those are for machines first. */
const WIDE = 100;

type Cells<Entry> = (entry: Entry, paint: Paint, isWide: boolean) => readonly Cell[];

function chainLines<Entry>(
  heading: string,
  { entries, fault }: LoggedChain<Entry>,
  cells: Cells<Entry>,
  paint: Paint,
  columns: number,
): readonly string[] {
  return [
    ...wrap(heading, columns).map(paint.bold),
    ...tableLines(
      entries.map((entry) => cells(entry, paint, columns >= WIDE)),
      columns,
    ),
    ...(fault === undefined ? [] : tableLines([[{ text: 'broken', paint: paint.red }, { text: fault }]], columns)),
  ];
}

const lockCells: Cells<LoggedLock> = (
  { sequence, commit, at, decision, assurance, signedBy },
  { dim, red },
  isWide,
) => [
  { text: String(sequence) },
  { text: whenText(at), paint: dim },
  { text: isWide ? commit.slice(0, 12) : '', paint: dim },
  assurance === null ? { text: 'does not count', paint: red } : { text: assurance },
  { text: `${decisionText(decision)}${signedBy === null ? '' : `, by ${shortName(signedBy)}`}` },
];

function decisionText(decision: LoggedLock['decision']): string {
  switch (decision.kind) {
    case 'lock':
      return 'baseline';
    case 'release':
      return `release of case ${decision.case}`;
    case 'waive':
      return `waiver ${decision.fingerprint.slice(0, 12)}`;
    case 'revoke':
      return `waiver ${decision.fingerprint.slice(0, 12)} taken back`;
  }
}

const checkpointCells: Cells<LoggedCheckpoint> = (entry, { dim, green, red, yellow }, isWide) => [
  { text: String(entry.sequence) },
  { text: whenText(entry.at), paint: dim },
  { text: isWide ? entry.tree.slice(0, 12) : '', paint: dim },
  { text: entry.tier },
  { text: `lock ${entry.lockSequence}`, paint: dim },
  { text: entry.outcome, paint: { clean: green, stopped: red, inconclusive: yellow }[entry.outcome] },
  {
    text: [
      entry.case === null ? '' : `case ${entry.case}`,
      entry.signedBy === null ? '' : `by ${shortName(entry.signedBy)}`,
    ]
      .filter(Boolean)
      .join(', '),
  },
];
