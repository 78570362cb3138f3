import type { AgentVerdict, Criterion, Outcome, Reason, Verdict } from '@pawl/verdict';
import { columnsOf, shortName, shortPath, wrap } from './columns.ts';
import { nextLines } from './next-lines.ts';
import type { Paint } from './paint.ts';
import { type Row, rowLines } from './rows.ts';
import { rulePageOf } from './rule-page.ts';
import { namedRuleOf } from './sarif-results.ts';
import { visible } from './visible.ts';

export function agentText(answer: AgentVerdict): string {
  switch (answer.outcome) {
    case 'clean':
      return 'pawl: clean\n';
    case 'stopped':
      return `pawl: stopped, case ${answer.case}. ${answer.message}\n`;
    case 'inconclusive':
      return ['pawl: could not tell', ...answer.faults.map((fault) => `  ${visible(fault)}`), ''].join('\n');
  }
}

/** So many reasons are read in a terminal; more are for a program, or for `pawl report`. */
const MOST_REASONS = 50;

/** What a reviewer wants to know, in the order of asking: how is it, why, what was looked at, what now. */
export function humanText(verdict: Verdict, caseNumber: string | undefined, paint: Paint, columns: number): string {
  const { criteria, coverage } = verdict;
  const reasons = saidOnce(verdict.reasons);
  const more = reasons.length - MOST_REASONS;
  const rows = [
    criteriaRow(criteria, paint),
    { name: 'examined', says: examinedText(coverage) },
    ...driftRows(verdict, paint),
    ...pageRows(verdict),
    ...lookRows(verdict),
  ];
  return [
    headline(verdict, caseNumber, paint),
    ...reasons.slice(0, MOST_REASONS).flatMap((reason) => ['', ...reasonLines(reason, paint, columns)]),
    ...(more > 0 ? ['', `${INDENT}and ${more} more; all of them: pawl check --format json`] : []),
    '',
    ...rowLines(rows, columns, paint.dim),
    ...nextOf(verdict, columns),
    '',
  ].join('\n');
}

const MARKS: Readonly<Record<Outcome, string>> = { regression: '✖', inconclusive: '?', escalated: '!', clean: '✔' };

function colourOf(outcome: Outcome, { red, yellow, green }: Paint): (text: string) => string {
  return outcome === 'regression' ? red : outcome === 'clean' ? green : yellow;
}

function headline(
  { outcome, base, head, tier, assurance }: Verdict,
  caseNumber: string | undefined,
  paint: Paint,
): string {
  const mark = colourOf(outcome, paint)(paint.bold(`${MARKS[outcome]} ${outcome}`));
  const number = caseNumber === undefined ? '' : `  case ${caseNumber}`;
  return `${mark}${number}  ${paint.dim(`${base.slice(0, 12)}..${head.slice(0, 12)}, ${tier} tier, ${assurance}`)}`;
}

export const TITLES: Readonly<Record<Reason['kind'], string>> = {
  'introduced-finding': 'new finding',
  'worsened-finding': 'finding got worse',
  'severity-total': 'weighted total rose',
  'lost-defence': 'lost defence',
  'weakened-defence': 'weakened defence',
  'unguarded-path': 'new unguarded path',
  'disguised-code': 'disguised code',
  'broken-contract': 'broken contract',
  suppression: 'new suppression',
  'security-test-failed': 'security test failed',
  'test-floor': 'fewer security tests',
  unreachable: 'finding became unreachable',
  'gate-integrity': 'change to the gate or a scanner',
  'protected-path': 'change to a protected file',
  'unscanned-code': 'code that nothing reads',
  drift: 'protected branch drifted',
  latched: 'loop is stopped',
  'lost-coverage': 'lost coverage',
  'not-examined': 'not examined',
};

function reasonLines(reason: Reason, paint: Paint, columns: number): readonly string[] {
  const { kind, outcome, severity, rule, tool, message, cwe } = reason;
  const facts = [severity, [tool, rule].filter(Boolean).join(' '), ...cwe]
    .filter(Boolean)
    .map((fact) => shortName(String(fact)))
    .join(' · ');
  const title = colourOf(outcome, paint)(paint.bold(TITLES[kind]));
  const [first = '', ...more] = wrap(facts, columns - TITLES[kind].length - GAP.length - INDENT.length);
  return [
    `${INDENT}${title}${first === '' ? '' : `${GAP}${paint.dim(first)}`}`,
    ...more.map((line) => `${INDENT}${INDENT}${paint.dim(line)}`),
    ...placeLines(reason, columns),
    ...wrap(message, columns - 2 * INDENT.length).map((line) => `${INDENT}${INDENT}${line}`),
  ];
}

const INDENT = '  ';
const GAP = '  ';

/** Where it is. A path is looked up from here: it is not broken, however narrow the screen is. */
function placeLines({ file, line, symbol }: Reason, columns: number): readonly string[] {
  if (file === null) return [];
  const path = `${shortPath(file)}${line === null ? '' : `:${line}`}`;
  const within = symbol ? `in ${shortName(symbol)}` : '';
  const whole = `${path}${within === '' ? '' : GAP}${within}`;
  const isRoom = columnsOf(whole) <= columns - 2 * INDENT.length;
  return (isRoom || within === '' ? [whole] : [path, within]).map((text) => `${INDENT}${INDENT}${text}`);
}

/** What several tools say of one place in the same words is one thing to read. */
function saidOnce(reasons: readonly Reason[]): readonly Reason[] {
  const byPlace = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = JSON.stringify([reason.kind, reason.file, reason.line, reason.rule, reason.message]);
    const before = byPlace.get(key);
    byPlace.set(key, before ? { ...before, tool: [before.tool, reason.tool].filter(Boolean).join(', ') } : reason);
  }
  return [...byPlace.values()];
}

/** Keeps a criterion and its state on one line. */
const NO_BREAK = '\u00a0';

function criteriaRow(criteria: readonly Criterion[], { red, green }: Paint): Row {
  const says = criteria.map(({ name, state }) =>
    `${name} ${state === 'not-judged' ? 'not judged' : state}`.replaceAll(' ', NO_BREAK),
  );
  return {
    name: 'exit criteria',
    says: says.join(' · '),
    paint: (line) =>
      line.replaceAll(NO_BREAK, ' ').replaceAll(/\b(?:un)?met\b/gu, (state) => (state === 'met' ? green : red)(state)),
  };
}

function examinedText(coverage: Verdict['coverage']): string {
  const files = coverage.examined;
  const blind = new Set(coverage.notExamined.map(({ file }) => file)).size;
  return `${files} ${files === 1 ? 'file' : 'files'}${blind === 0 ? '' : `, ${blind} not examined`}`;
}

/** Told at every turn: nobody is charged with it, so nobody else would bring it up. */
function driftRows({ drift }: Verdict, { yellow }: Paint): readonly Row[] {
  if (drift === null) return [];
  const says = `${drift.weight} of at most ${drift.limit} since the lock, on the protected branch`;
  return [{ name: 'drift', says, ...(drift.weight > 0 && { paint: yellow }) }];
}

/** What each rule is about, once for each of them. */
function pageRows({ reasons }: Verdict): readonly Row[] {
  const pages = [...new Set(reasons.flatMap((reason) => rulePageOf(namedRuleOf(reason)) ?? []))];
  return pages.map((page, index) => ({ name: index === 0 ? 'rule pages' : '', says: page }));
}

function lookRows({ outcome, base, head }: Verdict): readonly Row[] {
  if (outcome === 'clean') return [];
  return [{ name: 'look at it', says: '', command: `git diff ${base.slice(0, 12)} ${head.slice(0, 12)}` }];
}

const NEXT: Readonly<Record<Outcome, string | undefined>> = {
  regression: 'a person decides: undo what slipped, or accept it by committing it and locking again',
  escalated: 'a person decides whether this is wanted; nothing here is proven bad',
  inconclusive:
    'mend what kept it from being examined, then ask again; what cannot be mended a person may accept in pawl.config.jsonc',
  clean: undefined,
};

function nextOf({ outcome }: Verdict, columns: number): readonly string[] {
  const next = NEXT[outcome];
  return next === undefined ? [] : ['', ...nextLines(next, columns)];
}
