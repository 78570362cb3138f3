import type { Log, LoggedChain, LoggedCheckpoint, LoggedLock } from '@pawl/checkpoint';
import { type Paint, visible } from '@pawl/report';

/** Chain by chain, newest first. */
export function logText({ locks, loops }: Log, paint: Paint): string {
  if (locks.length + loops.length === 0)
    return 'There is nothing to show.\n  next: pawl lock, or fetch a ledger: pawl sync\n';
  const parts = [
    ...locks.map((chain) => chainText(`lock ${visible(chain.name)}`, chain, lockColumns, paint)),
    ...loops.map((chain) => chainText(`loop ${visible(chain.name)}`, chain, checkpointColumns, paint)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** For machines; `schema` changes when a field does. */
export function logJson(log: Log): string {
  return `${JSON.stringify({ schema: 'pawl/log@1', ...log }, null, 2)}\n`;
}

type Columns<Entry> = (entry: Entry, paint: Paint) => readonly Cell[];

/** A text, and how it is painted once it is padded. */
interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

function chainText<Entry>(
  heading: string,
  { entries, fault }: LoggedChain<Entry>,
  columns: Columns<Entry>,
  paint: Paint,
): string {
  const rows = entries.map((entry) => columns(entry, paint));
  const width = (at: number): number => Math.max(...rows.map((row) => row[at]?.text.length ?? 0));
  const lines = rows.map((row) =>
    row
      .map(({ text, paint: inColour = (plain) => plain }, at) => inColour(text.padEnd(width(at))))
      .join('  ')
      .trimEnd(),
  );
  const broken = fault === undefined ? [] : [`  ${paint.red('broken')}: ${visible(fault)}`, '  next: pawl verify'];
  return [paint.bold(heading), ...lines.map((line) => `  ${line}`), ...broken].join('\n');
}

const lockColumns: Columns<LoggedLock> = ({ sequence, commit, at, decision, assurance, signedBy }, { dim, red }) => [
  { text: String(sequence) },
  { text: at, paint: dim },
  { text: commit.slice(0, 12), paint: dim },
  assurance === null ? { text: 'does not count', paint: red } : { text: assurance },
  { text: signedBy === null ? '' : visible(signedBy) },
  { text: decisionText(decision) },
];

function decisionText(decision: LoggedLock['decision']): string {
  switch (decision.kind) {
    case 'lock':
      return 'a new baseline';
    case 'release':
      return `release of case ${decision.case}`;
    case 'waive':
      return `waiver of ${visible(decision.fingerprint.slice(0, 12))}`;
    case 'revoke':
      return `no waiver of ${visible(decision.fingerprint.slice(0, 12))} any more`;
  }
}

const checkpointColumns: Columns<LoggedCheckpoint> = (entry, { dim, green, red, yellow }) => [
  { text: String(entry.sequence) },
  { text: entry.at, paint: dim },
  { text: entry.tier },
  { text: entry.tree.slice(0, 12), paint: dim },
  { text: `lock ${entry.lockSequence}`, paint: dim },
  { text: entry.outcome, paint: { clean: green, stopped: red, inconclusive: yellow }[entry.outcome] },
  { text: entry.case === null ? '' : `case ${entry.case}` },
  { text: entry.signedBy === null ? '' : visible(entry.signedBy) },
];
