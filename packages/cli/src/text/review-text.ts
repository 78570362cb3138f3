import type { CaseReview, OpenCase, ReviewItem } from '@pawl/checkpoint';
import { type Paint, reasonText, visible } from '@pawl/report';
import { codeText, type Screen } from './code-text.ts';
import { wrap } from './columns.ts';

/** Nobody sees a screen: a file, a pipe, a test. Then a line is as long as it is. */
const NO_SCREEN: Screen = { columns: undefined };

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
export function reviewText(review: CaseReview, paint: Paint, screen: Screen = NO_SCREEN): string {
  return [
    ...headLines(review, paint, screen),
    ...review.items.flatMap((item) => ['', ...itemLines(item, paint, screen)]),
    '',
    ...decisionLines(review, paint, screen),
    '',
  ].join('\n');
}

function headLines(
  { case: one, verdict, lockSequence, release, assurance }: CaseReview,
  { bold, dim, yellow }: Paint,
  { columns }: Screen,
): readonly string[] {
  const { base, head, tier, drift } = verdict;
  const facts = `${base.slice(0, 12)}..${head.slice(0, 12)}, ${tier} tier, lock ${lockSequence.then}, ${one.openedAt}`;
  const title = `case ${one.id}  ${verdict.outcome}`;
  const [first = '', ...more] = linesOf(`${title}  ${facts}`, '', columns);
  const isShort = more.length === 0;
  return [
    isShort
      ? `${bold(`case ${one.id}`)}${first.slice(`case ${one.id}`.length, title.length)}  ${dim(facts)}`
      : bold(title),
    ...(isShort ? [] : linesOf(facts, '  ', columns).map(dim)),
    ...(one.loops.length === 0 ? [] : linesOf(`it keeps stopped: ${one.loops.map(visible).join(', ')}`, '  ', columns)),
    ...linesOf(`the lock that counts now: ${lockSequence.now}, ${assurance}`, '  ', columns),
    ...(drift === null || drift === undefined
      ? []
      : linesOf(`the protected branch has slipped by ${drift.weight} itself (limit ${drift.limit})`, '  ', columns).map(
          yellow,
        )),
    ...(release ? linesOf(`released at ${release.at}: ${visible(release.reason)}`, '  ', columns) : []),
  ];
}

export function itemLines(
  { number, reason, excerpt, waiver, waivable }: ReviewItem,
  paint: Paint,
  { columns, syntax }: Screen = NO_SCREEN,
): readonly string[] {
  const { severity, tool, rule, cwe, file, line, symbol, message } = reason;
  const { kind, title, why, mend } = reasonText(reason);
  const facts = [severity, [tool, rule].filter(Boolean).join(' '), ...cwe].filter(Boolean) as string[];
  const place = `${visible(file ?? '')}${line === null ? '' : `:${line}`}${symbol ? `  in ${visible(symbol)}` : ''}`;
  const inner = columns === undefined ? undefined : columns - 4;
  const code = excerpt && codeText(excerpt, paint, { columns: inner, ...(syntax && { syntax }) });
  return [
    ...titleLines(`[${number}] ${kind}`, facts.map(visible).join(' · '), paint, columns),
    ...linesOf(visible(message), '    ', columns),
    ...(file === null ? [] : linesOf(place, '    ', columns)),
    ...(code === undefined ? [] : ['', ...code.map((text) => `    ${text}`)]),
    ...(excerpt?.leftOut ? [paint.dim(`    and ${excerpt.leftOut} more lines of this change`)] : []),
    '',
    ...labelled('why   ', `${title}. ${why}`, paint, columns),
    ...labelled('mend  ', mend, paint, columns),
    ...(waiver
      ? linesOf(`waived until ${waiver.expires}: ${visible(waiver.reason)}`, '    ', columns).map(paint.yellow)
      : []),
    ...(waivable ? [] : [paint.dim('    it cannot be waived')]),
  ];
}

function titleLines(
  title: string,
  facts: string,
  { bold, dim }: Paint,
  columns: number | undefined,
): readonly string[] {
  const line = `${title}  ${facts}`;
  if (columns === undefined || linesOf(line, '', columns).length === 1)
    return [`${bold(title)}  ${dim(facts)}`.trimEnd()];
  return [bold(title), ...linesOf(facts, '    ', columns).map(dim)];
}

function labelled(label: string, text: string, { dim }: Paint, columns: number | undefined): readonly string[] {
  const indent = ' '.repeat(4 + label.length);
  const [first = '', ...more] = linesOf(text, indent, columns);
  return [`    ${dim(label.trimEnd())}${first.slice(4 + label.trimEnd().length)}`, ...more];
}

/** As wide as the screen, where there is one. */
function linesOf(text: string, indent: string, columns: number | undefined): readonly string[] {
  if (columns === undefined) return [`${indent}${text}`];
  return wrap(text, Math.max(20, columns - indent.length)).map((line) => `${indent}${line}`);
}

function decisionLines(
  { case: { id }, items, release }: CaseReview,
  { bold, dim }: Paint,
  { columns }: Screen,
): readonly string[] {
  const waivable = items.filter((item) => item.waivable && !item.waiver).map(({ number }) => number);
  return [
    bold('Decide'),
    ...(release
      ? []
      : [
          ...linesOf(
            'let the loop go on; what slipped has to be mended, or the next judgement stops it again',
            '  ',
            columns,
          ),
          `      pawl release ${id} --reason "…"`,
        ]),
    ...(waivable.length === 0
      ? []
      : [
          ...linesOf(
            'accept one item as it stands, for at most 90 days; it lapses when its code changes',
            '  ',
            columns,
          ),
          ...waivable.map((number) => `      pawl waive ${id} ${number} --reason "…"`),
        ]),
    ...linesOf(
      'or accept all that is committed on the protected branch for good, item by item: pawl lock',
      '  ',
      columns,
    ).map(dim),
  ];
}
