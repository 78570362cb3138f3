import type { CaseReview, OpenCase, ReviewItem } from '@pawl/checkpoint';
import { type Paint, reasonText, visible } from '@pawl/report';
import { codeText } from './code-text.ts';

/** The open cases; a person reads one at a time. */
export function casesText(cases: readonly OpenCase[], { bold, red, dim }: Paint): string {
  if (cases.length === 0) return 'No case is open.\n  next: judge what is staged: pawl check\n';
  const rows = cases.map(({ id, openedAt, loops }) => {
    const about = loops.length === 0 ? 'told, and nobody was stopped' : `stopped: ${loops.map(visible).join(', ')}`;
    return `  ${red(id)}  ${dim(openedAt)}  ${about}`;
  });
  return [bold('Open cases, newest first'), ...rows, `  next: read one: pawl review ${cases[0]?.id}`, ''].join('\n');
}

/** A case: what slipped, one by one, each with its code before and after, and how it can be decided. */
export function reviewText(review: CaseReview, paint: Paint): string {
  return [
    ...headLines(review, paint),
    ...review.items.flatMap((item) => ['', ...itemLines(item, paint)]),
    '',
    ...decisionLines(review, paint),
    '',
  ].join('\n');
}

function headLines({ case: one, verdict, lockSequence, release }: CaseReview, { bold, dim }: Paint): readonly string[] {
  const { base, head, tier } = verdict;
  const stopped = one.loops.length === 0 ? [] : [`  it keeps stopped: ${one.loops.map(visible).join(', ')}`];
  return [
    `${bold(`case ${one.id}`)}  ${verdict.outcome}  ${dim(`${base.slice(0, 12)}..${head.slice(0, 12)}, ${tier} tier, lock ${lockSequence.then}, ${one.openedAt}`)}`,
    ...stopped,
    ...(release ? [`  released at ${release.at}: ${visible(release.reason)}`] : []),
  ];
}

export function itemLines({ number, reason, excerpt, waiver, waivable }: ReviewItem, paint: Paint): readonly string[] {
  const { severity, tool, rule, cwe, file, line, symbol, message } = reason;
  const { kind, title, why, mend } = reasonText(reason);
  const facts = [severity, [tool, rule].filter(Boolean).join(' '), ...cwe].filter(Boolean) as string[];
  const place =
    file === null
      ? []
      : [`    ${visible(file)}${line === null ? '' : `:${line}`}${symbol ? `  in ${visible(symbol)}` : ''}`];
  return [
    `${paint.bold(`[${number}] ${kind}`)}  ${paint.dim(facts.map(visible).join(' · '))}`.trimEnd(),
    `    ${visible(message)}`,
    ...place,
    ...(excerpt === undefined ? [] : ['', ...codeText(excerpt.lines, paint).map((text) => `    ${text}`)]),
    ...(excerpt?.leftOut ? [paint.dim(`    and ${excerpt.leftOut} more lines of this change`)] : []),
    '',
    `    ${paint.dim('why')}   ${title}. ${why}`,
    `    ${paint.dim('mend')}  ${mend}`,
    ...(waiver ? [paint.yellow(`    waived until ${waiver.expires}: ${visible(waiver.reason)}`)] : []),
    ...(waivable ? [] : [paint.dim('    it cannot be waived')]),
  ];
}

function decisionLines({ case: { id }, items, release }: CaseReview, { bold, dim }: Paint): readonly string[] {
  const waivable = items.filter((item) => item.waivable && !item.waiver).map(({ number }) => number);
  return [
    bold('Decide'),
    ...(release
      ? []
      : [
          '  let the loop go on; what slipped has to be mended, or the next judgement stops it again',
          `      pawl release ${id} --reason "…"`,
        ]),
    ...(waivable.length === 0
      ? []
      : [
          `  accept one item as it stands, for at most 90 days; it lapses when its code changes`,
          ...waivable.map((number) => `      pawl waive ${id} ${number} --reason "…"`),
        ]),
    dim('  or accept all that is committed on the protected branch for good, item by item: pawl lock'),
  ];
}
