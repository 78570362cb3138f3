import { reasonText, visible } from '@pawl/report';
import type { Verdict } from '@pawl/verdict';

/** GitHub takes a megabyte. What does not fit stands in the case. */
const MOST_ROWS = 200;
const LONGEST_CELL = 1000;

/** The job summary that everybody may read. */
export function plainSummary(text: string): string {
  return `<h3>Pawl</h3>\n<pre>${text.trimEnd().split('\n').map(escaped).join('\n')}</pre>\n`;
}

/** The job summary for people: what slipped and where, as a table. It is for a place that no agent reads. */
export function detailedSummary(verdict: Verdict, caseNumber: string | undefined): string {
  const { outcome, reasons, base, head, tier, assurance, coverage } = verdict;
  const number = caseNumber === undefined ? '' : `, case <code>${escaped(caseNumber)}</code>`;
  const facts = `${escaped(base.slice(0, 12))}..${escaped(head.slice(0, 12))}, ${tier} tier, ${assurance}, ${coverage.examined} examined`;
  const left = reasons.length - MOST_ROWS;
  return [
    `<h3>Pawl: ${escaped(outcome)}${number}</h3>`,
    `<p>${facts}</p>`,
    ...(reasons.length === 0 ? [] : [tableOf(reasons.slice(0, MOST_ROWS))]),
    ...(left > 0 ? [`<p>and ${left} more: <code>pawl review ${escaped(caseNumber ?? '')}</code></p>`] : []),
    '',
  ].join('\n');
}

function tableOf(reasons: Verdict['reasons']): string {
  const rows = reasons.map((reason) => {
    const { severity, file, line, rule, tool, message } = reason;
    const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}`;
    const cells = [reasonText(reason).kind, severity ?? '', place, [tool, rule].filter(Boolean).join(' '), message];
    return `<tr>${cells.map((cell) => `<td>${code(cell)}</td>`).join('')}</tr>`;
  });
  const head = ['what', 'severity', 'where', 'rule', 'why'].map((name) => `<th>${name}</th>`).join('');
  return `<table>\n<tr>${head}</tr>\n${rows.join('\n')}\n</table>`;
}

/** In code nothing is a link, a mention or an issue. */
function code(text: string): string {
  return text === '' ? '' : `<code>${escaped(text)}</code>`;
}

/**
 * Text as nothing but text, in HTML and in Markdown: each character that opens or closes anything in either is written by its number. Names and messages
 * come from the judged code (O08).
 */
export function escaped(text: string): string {
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
  return visible(short).replace(
    /[^\p{L}\p{N} ./_:,;=+-]/gu,
    (char) => `&#${(char.codePointAt(0) as number).toString()};`,
  );
}
