import type { CaseReview, ReviewItem, ScannerRule } from '@pawl/checkpoint';
import {
  columnsOf,
  cutMiddle,
  nextLines,
  padded,
  reasonText,
  type Row,
  visible,
  type Weakness,
  weaknessOf,
  wrap,
} from '@pawl/report';
import type { Explained } from '../explain/explained.ts';
import type { BookRule } from '../explain/rule-book.ts';
import type { CodePaint } from '../paint.ts';
import { blocks } from './blocks.ts';
import { brief, briefRows } from './brief.ts';
import type { Screen } from './code-text.ts';
import { headline } from './headline.ts';
import { itemLines } from './item-text.ts';
import { markdownLines } from './markdown-text.ts';
import { stoppedText } from './stopped-text.ts';

/** What somebody asked about, in the terminal. */
export function explainText(explained: Explained, paint: CodePaint, screen: Screen): string {
  const { columns } = screen;
  switch (explained.kind) {
    case 'rules':
      return rulesText(explained.rules, paint, columns);
    case 'rule':
      return blocks(markdownLines(explained.page, { paint, columns, addressOf }));
    case 'scanner-rule':
      return blocks(
        ...explained.rules.flatMap((rule) => scannerRuleBlocks(rule, paint, columns)),
        explained.rules.every(({ runs }) => runs.when === 'left-out') ? [] : wrap(WHAT_STOPS, columns),
      );
    case 'stopped':
      return stoppedText(explained.case);
    case 'case':
      return caseText(explained.review, paint, columns);
    case 'finding':
      return findingText(explained.review, explained.items, paint, screen);
  }
}

/** Pages lead to each other by file; here one asks for them by name. */
function addressOf(address: string): string {
  const sibling = /^([a-z\d-]+)\.md$/u.exec(address)?.[1];
  return sibling === undefined ? address.replace(/^\.\.\//u, 'docs/') : `pawl explain ${sibling}`;
}

function rulesText(rules: readonly BookRule[], { bold }: CodePaint, columns: number): string {
  const criteria = [...new Set(rules.map(({ criterion }) => criterion))];
  const widest = Math.max(0, ...rules.map(({ rule }) => columnsOf(rule)));
  const rowOf = ({ rule, sentence }: BookRule): Row => ({ name: padded(visible(rule), widest), says: sentence });
  return blocks(
    ...criteria.map((criterion) => {
      const rows = rules.filter((rule) => rule.criterion === criterion).map(rowOf);
      return [bold(visible(criterion)), ...indented(briefRows(rows, columns - 2))];
    }),
    nextLines('read one: pawl explain lost-guard', columns),
  );
}

const WHAT_STOPS =
  'What was there at the locked version is told and stops nothing. By default a new finding that is critical or high stops the loop, and for any other a person decides. A comment that silences the scanner is stopped like the finding itself.';

function scannerRuleBlocks(known: ScannerRule, paint: CodePaint, columns: number): readonly (readonly string[])[] {
  const { tool, rule, title, severity, cwe, maker, page, runs } = known;
  const rows: readonly Row[] = [
    ...(title === null ? [] : [{ name: title.includes(' ') ? 'about' : 'called', says: title }]),
    { name: 'maker', says: maker },
    ...(runs.when === 'left-out' ? [] : [{ name: 'severity', says: severity ?? 'as the tool says of each finding' }]),
    ...cwe.map((id, at) => ({ name: at === 0 ? 'weakness' : '', says: weaknessText(weaknessOf(id)) })),
    { name: 'runs', says: runsText(known) },
    ...(page === null ? [] : [{ name: 'page', says: '', command: page }]),
  ];
  return [
    headline({ how: 'plain', says: brief(`${tool} ${rule}`, columns) }, paint, columns),
    briefRows(rows, columns, paint.dim),
  ];
}

function weaknessText({ id, name }: Weakness): string {
  return name === null ? id : `${id}: ${name}`;
}

function runsText({ runs }: ScannerRule): string {
  switch (runs.when) {
    case 'commit':
      return `at each commit, at each push and in CI, where pawl.config.jsonc has ${runs.setting}`;
    case 'push':
      return `at each push and in CI, where pawl.config.jsonc has ${runs.setting}`;
    case 'left-out':
      return `not with Pawl: ${runs.why}`;
    case 'with-log':
      return 'elsewhere; its log is handed in with --sarif';
  }
}

/** Places of one rule; more are read in the review. */
const PLACES = 6;

function caseText(review: CaseReview, paint: CodePaint, columns: number): string {
  const { case: one, verdict, items } = review;
  const how = verdict.outcome === 'clean' ? 'well' : verdict.outcome === 'regression' ? 'ill' : 'unsure';
  return blocks(
    headline({ how, says: `${verdict.outcome}  case ${one.id}` }, paint, columns),
    ...byRule(items).map((group) => groupLines(group, paint, columns)),
    items.length === 0 ? wrap('Judged again, nothing stops it any more.', columns) : [],
    nextLines(`read the code and decide: pawl review ${one.id}`, columns),
  );
}

/** Together what one explanation is for, in the order of the case: worst first. */
function byRule(items: readonly ReviewItem[]): readonly (readonly ReviewItem[])[] {
  const groups = new Map<string, ReviewItem[]>();
  for (const item of items) {
    const { kind, tool, rule } = item.reason;
    const key = JSON.stringify([kind, tool, rule]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function groupLines(items: readonly ReviewItem[], paint: CodePaint, columns: number): readonly string[] {
  const [first] = items;
  if (first === undefined) return [];
  const { kind, title, why, mend } = reasonText(first.reason);
  const places = items.slice(0, PLACES).map((item) => placeText(item, columns - 4));
  const more = items.length - places.length;
  const facts = [first.reason.severity, ...first.reason.cwe].filter(Boolean).join(' · ');
  const rows: readonly Row[] = [
    { name: 'why', says: [`${title}.`, why].filter(Boolean).join(' ') },
    ...(mend === '' ? [] : [{ name: 'mend', says: mend }]),
    ...(ruleOf(first) === undefined ? [] : [{ name: 'more', says: '', command: `pawl explain ${ruleOf(first)}` }]),
  ];
  return [
    `${paint.bold(visible(kind))}  ${paint.dim(visible(facts))}`.trimEnd(),
    ...indented([...places, ...(more > 0 ? [paint.dim(`and ${more} more`)] : [])]),
    ...indented(briefRows(rows, columns - 2, paint.dim)),
  ];
}

function placeText({ number, reason: { file, line, symbol } }: ReviewItem, columns: number): string {
  const place =
    file === null ? 'the whole change' : `${file}${line === null ? '' : `:${line}`}${symbol ? ` in ${symbol}` : ''}`;
  return cutMiddle(`[${number}] ${visible(place)}`, columns);
}

/** The name under which more is told; of what has no rule there is no more. */
function ruleOf({ reason }: ReviewItem): string | undefined {
  const { page } = reasonText(reason);
  const own = page?.slice(page.lastIndexOf('/') + 1).replace(/\.md$/u, '');
  if (own !== undefined) return own;
  const isFound = reason.kind === 'introduced-finding' || reason.kind === 'worsened-finding';
  return isFound && reason.rule !== null && reason.tool !== null ? `${reason.tool}/${reason.rule}` : undefined;
}

function findingText(
  { case: { id } }: CaseReview,
  items: readonly ReviewItem[],
  paint: CodePaint,
  screen: Screen,
): string {
  // An item leads to a page of ours itself.
  const others = items.filter(({ reason }) => reasonText(reason).page === undefined);
  const rules = [...new Set(others.map(ruleOf))].filter((rule) => rule !== undefined);
  const waivable = items.find((item) => item.waivable && !item.waiver);
  const says = `case ${id}, item ${items.map(({ number }) => number).join(', ')}`;
  return blocks(
    headline({ how: 'plain', says: brief(says, screen.columns) }, paint, screen.columns),
    ...items.map((item) => itemLines(item, paint, screen)),
    [
      ...rules.flatMap((rule) => nextLines(`about the rule: pawl explain ${rule}`, screen.columns)),
      ...(waivable
        ? nextLines(`accept it for a time: pawl waive ${id} ${waivable.number} --reason "…"`, screen.columns)
        : []),
    ],
  );
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
