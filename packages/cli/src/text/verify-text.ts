import type { Verified } from '@pawl/checkpoint';
import { documentText, nextLines, type Paint, shortName, wrap } from '@pawl/report';
import { blocks } from './blocks.ts';
import { brief, briefRows } from './brief.ts';
import { countText } from './count-text.ts';
import { type Headline, headline } from './headline.ts';
import { tableLines } from './table-lines.ts';

/** `unknown`: nothing is broken, and not everything could be told. */
export type VerifyResult = 'holds' | 'broken' | 'unknown';

type Problem = Verified['problems'][number];

export function verifyResult({ problems }: Pick<Verified, 'problems'>): VerifyResult {
  if (problems.some(({ kind }) => kind === 'broken')) return 'broken';
  return problems.length > 0 ? 'unknown' : 'holds';
}

/** Whether all holds, each problem with what to do about it, what was read, and against what it was held. */
export function verifyText(verified: Verified, paint: Paint, columns: number): string {
  const { problems } = verified;
  return blocks(
    headline(headlineOf(verified), paint, columns),
    ...problems.slice(0, SHOWN).map((problem) => problemLines(problem, paint, columns)),
    problems.length > SHOWN ? [`and ${problems.length - SHOWN} more: pawl verify --format json`] : [],
    chainLines(verified, paint, columns),
    briefRows(
      [
        { name: 'recomputed', says: recomputedText(verified) },
        { name: 'held against', says: basisText(verified) },
      ],
      columns,
      paint.dim,
    ),
    nextStep(verified, columns),
  );
}

/** For machines; `schema` changes when a field does. */
export function verifyJson(verified: Verified): string {
  const { basis, locks, loops, problems, recomputed } = verified;
  return documentText('pawl/verify@1', {
    result: verifyResult(verified),
    basis,
    locks: locks.map(({ target, ref, locks: entries }) => ({ target, ref, locks: entries.length })),
    loops: loops.map(({ loop, ref, entries }) => ({
      loop,
      ref,
      checkpoints: entries.length,
      signed: signedIn(entries),
    })),
    recomputed,
    problems,
  });
}

/** Problems, and chains: more are for a program. */
const SHOWN = 20;

function headlineOf(verified: Verified): Headline {
  const broken = verified.problems.filter(({ kind }) => kind === 'broken').length;
  const untold = verified.problems.length - broken;
  switch (verifyResult(verified)) {
    case 'holds':
      return { how: 'well', says: 'all holds' };
    case 'broken': {
      const more = untold === 0 ? '' : `, and ${untold} that could not be told`;
      return { how: 'ill', says: `it does not hold: ${countText(broken, 'broken link')}${more}` };
    }
    case 'unknown':
      return { how: 'unsure', says: `could not tell: nothing is broken, and ${untold} could not be told` };
  }
}

function problemLines(
  { kind, ref, entry, commit, message, next }: Problem,
  { red, yellow }: Paint,
  columns: number,
): readonly string[] {
  const at = commit === null ? '' : ` (${commit.slice(0, 12)})`;
  const place = entry === null ? ref : `${ref}, ${entry}${at}`;
  const colour = kind === 'broken' ? red : yellow;
  return [
    ...briefRows([{ name: kind, says: place }], columns, colour),
    ...wrap(brief(message, columns - 2), columns - 2).map((line) => `  ${line}`),
    ...nextLines(brief(next, columns), columns),
  ];
}

function chainLines({ locks, loops }: Verified, { dim }: Paint, columns: number): readonly string[] {
  const rows = [
    ...locks.map(({ target, locks: entries }) => ['lock', target, lockText(entries)] as const),
    ...loops.map(({ loop, entries }) => ['loop', loop, loopText(entries)] as const),
  ];
  const cells = rows
    .slice(0, SHOWN)
    .map(([kind, name, what]) => [{ text: kind, paint: dim }, { text: name }, { text: what }]);
  const more = rows.length > SHOWN ? [`  and ${countText(rows.length - SHOWN, 'more chain')}`] : [];
  return rows.length === 0 ? [] : [...tableLines(cells, columns), ...more];
}

function lockText(entries: Verified['locks'][number]['locks']): string {
  const newest = entries.at(-1);
  if (newest === undefined) return 'unreadable';
  const by = newest.signedBy ? ` by ${shortName(newest.signedBy.principal)}` : '';
  return `${countText(entries.length, 'lock')}, the newest ${newest.assurance ?? 'not to be trusted'}${by}`;
}

function loopText(entries: Verified['loops'][number]['entries']): string {
  const signed = signedIn(entries);
  return `${countText(entries.length, 'checkpoint')}${signed === 0 ? '' : `, ${signed} signed by a verifier`}`;
}

function signedIn(entries: Verified['loops'][number]['entries']): number {
  return entries.filter(({ voucher }) => voucher?.isAnchored === true).length;
}

function recomputedText({ recomputed: { questions, asked, told, held } }: Verified): string {
  if (questions === 0) return 'nothing was judged yet';
  const all = countText(questions, 'verdict');
  if (asked === 0) return `none of ${all}`;
  if (told === 0) return `none of ${all} could be judged again here`;
  const holds =
    held === told ? (told === 1 ? 'it holds' : 'all of them hold') : `${held} of them ${held === 1 ? 'holds' : 'hold'}`;
  return `${told} of ${all}, ${holds}`;
}

function basisText({ basis }: Verified): string {
  switch (basis.kind) {
    case 'anchor':
      return `the anchor in ${basis.from}`;
    case 'memory':
      return 'what this machine remembers; there is no anchor';
    case 'nothing':
      return 'itself alone: there is no anchor, and this machine has seen nothing of it before';
  }
}

/** Each problem has its own; where there is none, the weakest place is from where all of it is trusted. */
function nextStep({ basis, problems }: Verified, columns: number): readonly string[] {
  if (problems.length > 0 || basis.kind === 'anchor') return [];
  return nextLines('name who may lock, outside the repository: pawl trust add-signer KEY.pub', columns);
}
