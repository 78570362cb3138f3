import type { CaseReview } from '@pawl/checkpoint';
import { type Paint, type Row, shortName, wrap } from '@pawl/report';
import { blocks } from './blocks.ts';
import { briefRows } from './brief.ts';
import type { Screen } from './code-text.ts';
import { type Headline, headline } from './headline.ts';
import { itemLines } from './item-text.ts';
import { someOf } from './some-of.ts';
import { whenText } from './when-text.ts';

/** A case: what slipped, one by one, each with its code before and after, and how it can be decided. */
export function reviewText(review: CaseReview, paint: Paint, screen: Screen): string {
  return blocks(
    headline(headlineOf(review), paint, screen.columns),
    briefRows(headRows(review, paint), screen.columns, paint.dim),
    ...review.items.map((item) => itemLines(item, paint, screen)),
    decisionLines(review, paint, screen.columns),
  );
}

function headlineOf({ case: { id }, verdict: { outcome } }: CaseReview): Headline {
  const how = outcome === 'clean' ? 'well' : outcome === 'regression' ? 'ill' : 'unsure';
  return { how, says: `${outcome}  case ${id}` };
}

function headRows(review: CaseReview, { yellow }: Paint): readonly Row[] {
  const { case: one, verdict, lockSequence, release, assurance } = review;
  const { base, head, tier, drift } = verdict;
  const { then, now } = lockSequence;
  return [
    { name: 'slipped', says: slippedText(review) },
    {
      name: 'stopped',
      says:
        one.loops.length === 0
          ? 'nobody'
          : someOf(
              one.loops.map((loop) => shortName(loop)),
              SHOWN,
            ),
    },
    { name: 'opened', says: `${whenText(one.openedAt)} UTC` },
    { name: 'judged', says: `${base.slice(0, 12)}..${head.slice(0, 12)}, ${tier} tier` },
    { name: 'lock', says: `sequence ${then === now ? now : `${then} then, ${now} now`}, ${assurance}` },
    ...(drift === null || drift === undefined || drift.weight === 0
      ? []
      : [
          {
            name: 'drift',
            says: `the protected branch has slipped by ${drift.weight} itself (limit ${drift.limit})`,
            paint: yellow,
          },
        ]),
    ...(release ? [{ name: 'released', says: `${whenText(release.at)} UTC: ${release.reason}` }] : []),
  ];
}

/** Loops that one case stops; more are not read. */
const SHOWN = 5;
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** How much there is to read, worst first. */
function slippedText({ items }: CaseReview): string {
  const counts = SEVERITIES.map((severity) => {
    const count = items.filter(({ reason }) => reason.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  }).flat();
  const others = items.filter(({ reason }) => reason.severity === null).length;
  const all = [...counts, ...(others === 0 ? [] : [`${others} without a severity`])];
  return all.length === 0 ? 'nothing any more' : all.join(', ');
}

function decisionLines(
  { case: { id }, items, release }: CaseReview,
  { bold }: Paint,
  columns: number,
): readonly string[] {
  const waivable = items.filter((item) => item.waivable && !item.waiver).map(({ number }) => number);
  const ways = [
    ...(release
      ? []
      : [
          {
            way: 'Let the loop go on. What slipped has to be mended, or the next judgement stops it again.',
            command: `pawl release ${id} --reason "…"`,
          },
        ]),
    ...(waivable.length === 0
      ? []
      : [
          {
            way: `Accept one item (${rangesOf(waivable)}) as it stands, for at most 90 days. It lapses when its code changes.`,
            command: `pawl waive ${id} ${waivable.length === 1 ? waivable[0] : 'ITEM'} --reason "…"`,
          },
        ]),
    { way: 'Accept what is committed on the protected branch for good, item by item.', command: 'pawl lock' },
  ];
  return [
    bold('Decide'),
    ...ways.flatMap(({ way, command }) => [...wrap(way, columns - 2).map((line) => `  ${line}`), `      ${command}`]),
  ];
}

/** `1 to 9, 12`: a long case offers no wall of commands. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: (readonly [number, number])[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === number) ranges[ranges.length - 1] = [last[0], number];
    else ranges.push([number, number]);
  }
  return ranges
    .map(([from, to]) => (from === to ? `${from}` : to - from === 1 ? `${from}, ${to}` : `${from} to ${to}`))
    .join(', ');
}
