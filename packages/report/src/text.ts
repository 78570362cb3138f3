import type { AgentVerdict, Criterion, Outcome, Reason, Verdict } from '@pawl/verdict';
import type { Paint } from './paint.ts';
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

/** What a reviewer wants to know, in the order of asking: how is it, why, what was looked at, what now. */
export function humanText(verdict: Verdict, caseNumber: string | undefined, paint: Paint): string {
  const { reasons, criteria } = verdict;
  return [
    headline(verdict, caseNumber, paint),
    ...saidOnce(reasons).flatMap((reason) => ['', ...reasonLines(reason, paint)]),
    '',
    `${paint.dim('exit criteria')}  ${criteria.map((criterion) => criterionText(criterion, paint)).join(' · ')}`,
    `${paint.dim('examined')}       ${examinedText(verdict)}`,
    ...driftLines(verdict, paint),
    ...pageLines(verdict, paint),
    ...nextLines(verdict, paint),
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

function reasonLines(reason: Reason, paint: Paint): readonly string[] {
  const { kind, outcome, severity, file, line, symbol, rule, tool, message, cwe } = reason;
  const facts = [severity, [tool, rule].filter(Boolean).join(' '), ...cwe]
    .filter(Boolean)
    .map((fact) => visible(String(fact)));
  const place =
    file === null
      ? []
      : [`    ${visible(file)}${line === null ? '' : `:${line}`}${symbol ? `  in ${visible(symbol)}` : ''}`];
  return [
    `  ${colourOf(outcome, paint)(paint.bold(TITLES[kind]))}  ${paint.dim(facts.join(' · '))}`.trimEnd(),
    ...place,
    `    ${visible(message)}`,
  ];
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

function criterionText({ name, state }: Criterion, { red, green, dim }: Paint): string {
  const colour = state === 'met' ? green : state === 'unmet' ? red : dim;
  return `${name} ${colour(state === 'not-judged' ? 'not judged' : state)}`;
}

function examinedText({ coverage }: Verdict): string {
  const files = coverage.examined;
  const blind = new Set(coverage.notExamined.map(({ file }) => file)).size;
  return `${files} ${files === 1 ? 'file' : 'files'}${blind === 0 ? '' : `, ${blind} not examined`}`;
}

/** Told at every turn: nobody is charged with it, so nobody else would bring it up. */
function driftLines({ drift }: Verdict, { dim, yellow }: Paint): readonly string[] {
  if (drift === null) return [];
  const text = `${drift.weight} of at most ${drift.limit} since the lock, on the protected branch`;
  return [`${dim('drift')}          ${drift.weight > 0 ? yellow(text) : text}`];
}

/** What each rule is about, once for each of them. */
function pageLines({ reasons }: Verdict, { dim }: Paint): readonly string[] {
  const pages = [...new Set(reasons.flatMap((reason) => rulePageOf(namedRuleOf(reason)) ?? []))];
  return pages.map((page, index) => `${dim(index === 0 ? 'rule pages' : '          ')}     ${page}`);
}

const NEXT: Readonly<Record<Outcome, string | undefined>> = {
  regression: 'a person decides: undo what slipped, or accept it by committing it and locking again',
  escalated: 'a person decides whether this is wanted; nothing here is proven bad',
  inconclusive:
    'mend what kept it from being examined, then ask again; what cannot be mended a person may accept in pawl.config.jsonc',
  clean: undefined,
};

function nextLines({ outcome, base, head }: Verdict, { dim }: Paint): readonly string[] {
  const next = NEXT[outcome];
  if (next === undefined) return [];
  return [
    `${dim('next')}           ${next}`,
    `${dim('look at it')}     git diff ${base.slice(0, 12)} ${head.slice(0, 12)}`,
  ];
}
