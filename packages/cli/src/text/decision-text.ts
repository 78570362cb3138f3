import type { Released, Revoked, WaivedItem, Waivers } from '@pawl/checkpoint';
import { nextLines, type Paint, type Row, shortName } from '@pawl/report';
import { blocks } from './blocks.ts';
import { briefRows } from './brief.ts';
import { countText } from './count-text.ts';
import { headline } from './headline.ts';
import { someOf } from './some-of.ts';

type Stored = Released['lock'];

export function releasedText({ case: { id, loops }, lock }: Released, paint: Paint, columns: number): string {
  const who =
    loops.length === 0
      ? 'nobody was stopped by it'
      : `${someOf(
          loops.map((loop) => shortName(loop)),
          SHOWN,
        )} may go on`;
  return blocks(
    headline({ how: 'well', says: `released  case ${id}: ${who}` }, paint, columns),
    briefRows([lockRow(lock), { name: 'note', says: STILL_JUDGED }], columns, paint.dim),
    nextLines('judge what is staged: pawl check', columns),
  );
}

const STILL_JUDGED = 'what slipped is still judged: undo it or waive it, or the next judgement stops the loop again';
/** Loops that one decision is about; more are not read. */
const SHOWN = 5;

/** What was waived, and the case that it was an item of. */
export interface ToldWaiver extends WaivedItem {
  readonly case: string;
}

export function waivedText(waived: ToldWaiver, paint: Paint, columns: number): string {
  const { case: number, item, waiver, lock } = waived;
  const rows = [
    { name: 'rule', says: `${waiver.tool} ${waiver.rule}` },
    { name: 'file', says: waiver.file },
    { name: 'reason', says: waiver.reason },
    lockRow(lock),
    { name: 'note', says: 'the waiver lapses when that code changes' },
  ];
  const says = `waived  item ${item.number} of case ${number} until ${waiver.expires.slice(0, 10)}`;
  return blocks(
    headline({ how: 'well', says }, paint, columns),
    briefRows(rows, columns, paint.dim),
    nextLines(`when all is decided, let the loop go on: pawl release ${number} --reason "…"`, columns),
  );
}

export function revokedText({ waiver, lock }: Revoked, paint: Paint, columns: number): string {
  const rows = [{ name: 'file', says: waiver.file }, lockRow(lock)];
  return blocks(
    headline({ how: 'well', says: `revoked  ${waiver.tool} ${waiver.rule} is judged again` }, paint, columns),
    briefRows(rows, columns, paint.dim),
    nextLines('judge what is staged: pawl check', columns),
  );
}

/** What is waived, and from when the days are counted that are left. */
export interface ToldWaivers extends Waivers {
  readonly now: Date;
}

export function waiversText({ target, live, most, now }: ToldWaivers, paint: Paint, columns: number): string {
  const on = shortName(target);
  if (live.length === 0)
    return blocks(
      headline({ how: 'well', says: `nothing is waived on ${on}` }, paint, columns),
      briefRows([{ name: 'limit', says: `${countText(most, 'waiver')} at once` }], columns, paint.dim),
    );
  return blocks(
    headline({ how: 'plain', says: `${live.length} of at most ${countText(most, 'waiver')} on ${on}` }, paint, columns),
    briefRows(
      live.flatMap((waiver, at) => waiverRows(waiver, at + 1, now, paint)),
      columns,
      paint.bold,
    ),
    nextLines('take one back by its number: pawl waive --revoke 1', columns),
  );
}

function waiverRows(
  { tool, rule, file, reason, expires }: Waivers['live'][number],
  number: number,
  now: Date,
  { dim, yellow }: Paint,
): readonly Row[] {
  const days = daysFrom(now, expires);
  const left = days === 0 ? 'less than a day' : countText(days, 'day');
  return [
    { name: `[${number}]`, says: `${tool} ${rule} in ${file}` },
    { name: '', says: `until ${expires.slice(0, 10)}, ${left} left`, ...(days <= SOON && { paint: yellow }) },
    { name: '', says: reason, paint: dim },
  ];
}

const DAY = 24 * 60 * 60 * 1000;
/** In days: somebody has to mend it soon, or to say again why not. */
const SOON = 7;

function daysFrom(now: Date, until: string): number {
  return Math.max(0, Math.floor((Date.parse(until) - now.getTime()) / DAY));
}

function lockRow({ lock: { target, sequence }, assurance, signedBy }: Stored): Row {
  const by = signedBy === undefined ? '' : `, signed by ${shortName(signedBy.principal)}`;
  return { name: 'lock', says: `${shortName(target)}, sequence ${sequence}, ${assurance}${by}` };
}
