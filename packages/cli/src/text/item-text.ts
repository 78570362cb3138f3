import type { ReviewItem } from '@pawl/checkpoint';
import { columnsOf, cut, cutMiddle, type Paint, reasonText, visible, wrap } from '@pawl/report';
import { brief, briefRows } from './brief.ts';
import { codeText, type Screen } from './code-text.ts';
import { countText } from './count-text.ts';

const INDENT = '    ';

/** One thing that slipped: what, where, the code before and after, why it matters and how it is mended. */
export function itemLines(item: ReviewItem, paint: Paint, { columns, syntax }: Screen): readonly string[] {
  const { number, reason, excerpt, waiver, waivable } = item;
  const { kind, title, why, mend, page } = reasonText(reason);
  const inner = columns - INDENT.length;
  const code = excerpt && codeText(excerpt, paint, { columns: inner, ...(syntax && { syntax }) });
  const told = [
    ...wrap(brief(reason.message, inner), inner),
    ...placeLines(reason, inner),
    ...(code === undefined ? [] : ['', ...code]),
    ...(excerpt?.leftOut ? [paint.dim(`and ${countText(excerpt.leftOut, 'more line')} of this change`)] : []),
    '',
    ...briefRows(
      [
        { name: 'why', says: [`${title}.`, why].filter(Boolean).join(' ') },
        ...(mend === '' ? [] : [{ name: 'mend', says: mend }]),
        ...(page === undefined ? [] : [{ name: 'more', says: `pawl explain ${ruleOf(page)}` }]),
        ...(waiver
          ? [{ name: 'waived', says: `until ${waiver.expires.slice(0, 10)}: ${waiver.reason}`, paint: paint.yellow }]
          : []),
        ...(waivable ? [] : [{ name: 'note', says: 'it cannot be waived' }]),
      ],
      inner,
      paint.dim,
    ),
  ];
  return [
    ...titleLines(`[${number}] ${kind}`, factsOf(item), paint, columns),
    ...told.map((line) => (line === '' ? '' : `${INDENT}${line}`)),
  ];
}

/** A page is named for its rule. */
function ruleOf(page: string): string {
  return page.slice(page.lastIndexOf('/') + 1).replace(/\.md$/u, '');
}

function factsOf({ reason: { severity, tool, rule, cwe } }: ReviewItem): string {
  const facts = [severity, [tool, rule].filter(Boolean).join(' '), ...cwe].filter(Boolean) as string[];
  return facts.map(visible).join(' · ');
}

function titleLines(title: string, facts: string, { bold, dim }: Paint, columns: number): readonly string[] {
  const line = `${title}  ${facts}`;
  if (columnsOf(line) <= columns) return [`${bold(title)}  ${dim(facts)}`.trimEnd()];
  return [
    bold(title),
    ...wrap(brief(facts, columns - INDENT.length), columns - INDENT.length).map((text) => `${INDENT}${dim(text)}`),
  ];
}

/** A path is known by its beginning and its end; one that would fill a screen is told by these. */
function placeLines({ file, line, symbol }: ReviewItem['reason'], columns: number): readonly string[] {
  if (file === null) return [];
  const place = `${cutMiddle(visible(file), 2 * columns)}${line === null ? '' : `:${line}`}`;
  const within = symbol ? `in ${cut(visible(symbol), columns - 3)}` : '';
  const both = `${place}  ${within}`.trimEnd();
  return columnsOf(both) <= columns ? [both] : [...wrap(place, columns), ...(within === '' ? [] : [within])];
}
