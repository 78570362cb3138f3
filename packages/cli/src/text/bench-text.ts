import type { AgentBenchReport, BenchReport, Counts, RuleCount, ToldCommit, ToldFix } from '@pawl/bench';
import { cut, nextLines, type Paint, type Row, rowLines, visible, wrap } from '@pawl/report';
import { countText } from './count-text.ts';

/** So many commits are listed of a kind; a document has them all. */
const MOST_LISTED = 10;
/** So many reasons are shown of a commit; the command beside it shows them all. */
const MOST_REASONS = 3;

/** The figures first, then what was stopped, each with the command that shows it, and at the end what all of it does not mean. */
export function benchText(report: BenchReport, paint: Paint, columns: number): string {
  const { counts, stoppedBy, stopped, fixes, couldNotTell } = report;
  const listed = (title: string, commits: readonly ListedCommit[]): readonly string[] =>
    listLines(title, commits, paint, columns);
  return [
    ...headLines(report, paint, columns),
    '',
    ...rowLines(figureRows(report, paint), columns, paint.dim),
    ...ruleLines(stoppedBy, counts.ordinary, paint, columns),
    ...listed('Ordinary commits that would have been stopped', stopped),
    ...listed('Fixes put back that would have gone through', fixes.flatMap(gone)),
    ...listed('Fixes that would have been stopped as they were made', fixes.flatMap(stoppedAsMade)),
    ...listed('What could not be told', couldNotTell),
    '',
    paint.bold('What these figures do not say'),
    ...caveats(report).flatMap((line) => bulleted(line, columns)),
    '',
    ...nextLines(nextStep(report), columns),
    '',
  ].join('\n');
}

/** For an agent there are no figures: it would try out what passes. */
export function benchForAgentText({ judged }: AgentBenchReport, columns: number): string {
  const lines = wrap(`${countText(judged, 'judgement')} made. What they say is for a person.`, columns);
  return [...lines, ...nextLines('let a person look: pawl bench --audience human', columns), ''].join('\n');
}

function headLines({ counts, history, fixes }: BenchReport, { bold }: Paint, columns: number): readonly string[] {
  const asked = history.range ?? (history.since === null ? undefined : `since ${history.since}`);
  const what = `${countText(counts.ordinary.judged, 'ordinary commit')}${asked === undefined ? '' : ` (${asked})`}`;
  const past = `${countText(fixes.length, 'past security fix', 'past security fixes')}`;
  return wrap(`pawl bench  ${what} and ${past}, up to ${history.tip.slice(0, 12)}`, columns).map(bold);
}

function figureRows(report: BenchReport, paint: Paint): readonly Row[] {
  const { counts, time, history } = report;
  const slowest = time.slowest
    .slice(0, 3)
    .map(({ commit, ms }) => `${commit.slice(0, 12)} ${duration(ms)}`)
    .join(', ');
  return [
    figureRow('ordinary commits', counts.ordinary),
    ...regressionRows(counts.ordinary),
    figureRow('fixes put back', counts['put-back']),
    figureRow('fixes as made', counts.fix),
    ...notTold(counts, paint),
    { name: 'time', says: `${spreadText(time)} in all` },
    { name: '', says: `processor: ${spreadText(time.processor)}` },
    { name: '', says: `slowest: ${slowest}` },
    { name: 'this run', says: runText(time) },
    ...leftOutRows(history.leftOut),
    { name: 'decided by', says: decidedBy(report) },
  ];
}

function figureRow(name: string, { judged, stopped, rate, interval }: Counts): Row {
  if (rate === null || interval === null) return { name, says: 'none' };
  const within = `95% interval ${decimal(interval.low)} to ${decimal(interval.high)}%`;
  return { name, says: `${stopped} of ${judged} stopped: ${decimal(rate)}% (${within})` };
}

function regressionRows({ stopped, regressions }: Counts): readonly Row[] {
  if (stopped === 0) return [];
  const others = stopped - regressions;
  const rest = others === 0 ? '' : `, ${others} that a person is to see and decide`;
  return [{ name: '', says: `${countText(regressions, 'regression')}${rest}` }];
}

function notTold(counts: BenchReport['counts'], { yellow }: Paint): readonly Row[] {
  const number = Object.values(counts).reduce((sum, { couldNotTell }) => sum + couldNotTell, 0);
  if (number === 0) return [];
  return [
    {
      name: 'could not tell',
      says: `${countText(number, 'judgement')}; the gate would have stayed shut`,
      paint: yellow,
    },
  ];
}

function spreadText({ median, p95, total }: BenchReport['time']['processor']): string {
  return `${duration(median)} a commit (median), ${duration(p95)} (p95), ${duration(total)}`;
}

function runText({ elapsed, jobs, reused }: BenchReport['time']): string {
  const known = reused === 0 ? '' : `; ${countText(reused, 'answer')} of an earlier run`;
  return `${duration(elapsed)} with ${countText(jobs, 'process', 'processes')}${known}`;
}

const WHY_LEFT_OUT: Readonly<Record<BenchReport['history']['leftOut'][number]['why'], string>> = {
  'first-commit': 'a first commit has nothing to be compared with',
  'history-cut': 'this clone is cut there; the rest comes with git fetch --unshallow',
};

function leftOutRows(leftOut: BenchReport['history']['leftOut']): readonly Row[] {
  const reasons = [...new Set(leftOut.map(({ why }) => why))];
  return reasons.map((reason, at) => ({
    name: at === 0 ? 'left out' : '',
    says: `${countText(leftOut.filter(({ why }) => why === reason).length, 'commit')}: ${WHY_LEFT_OUT[reason]}`,
  }));
}

const DECIDES: Readonly<Record<BenchReport['standard']['configuration'], string>> = {
  defaults: 'the defaults; no pawl.config.jsonc says anything else',
  head: 'pawl.config.jsonc at HEAD',
  'work-tree': 'pawl.config.jsonc as it is on disk',
};

function decidedBy({ standard, tier }: BenchReport): string {
  return `${DECIDES[standard.configuration]}${standard.contracts ? ', with its contracts' : ''}; tier ${tier}`;
}

function ruleLines(rules: readonly RuleCount[], { stopped }: Counts, paint: Paint, columns: number): readonly string[] {
  if (rules.length === 0) return [];
  const width = String(stopped).length;
  const shown = rules
    .slice(0, MOST_LISTED)
    .map((rule) => ({ name: `  ${String(rule.commits).padStart(width)}`, says: ruleName(rule) }));
  return [
    '',
    paint.bold('Why ordinary commits would have been stopped'),
    ...rowLines(shown, columns),
    ...moreLine(rules.length, columns),
  ];
}

function ruleName({ kind, rule, tool }: Pick<RuleCount, 'kind' | 'rule' | 'tool'>): string {
  const by = tool === null || tool === 'invariants' ? '' : ` (${tool})`;
  return `${kind.replaceAll('-', ' ')}${rule === null ? '' : `: ${rule}`}${by}`;
}

type ListedCommit = Pick<ToldCommit, 'commit' | 'subject' | 'reasons' | 'more' | 'command'>;

function gone(fix: ToldFix): readonly ListedCommit[] {
  return fix.putBack.state === 'clean' ? [{ ...fix, ...fix.putBack }] : [];
}

function stoppedAsMade(fix: ToldFix): readonly ListedCommit[] {
  return fix.asMade.state === 'stopped' ? [{ ...fix, ...fix.asMade }] : [];
}

const INDENT = '    ';

function listLines(title: string, commits: readonly ListedCommit[], paint: Paint, columns: number): readonly string[] {
  if (commits.length === 0) return [];
  const shown = commits
    .slice(0, MOST_LISTED)
    .flatMap(({ commit, subject, reasons, more, command }) => [
      `  ${paint.yellow(commit.slice(0, 12))}  ${cut(visible(subject), columns - 16)}`,
      ...reasonLines(reasons, more, columns),
      `${INDENT}${paint.dim(visible(command))}`,
    ]);
  return ['', paint.bold(title), ...shown, ...moreLine(commits.length, columns)];
}

function reasonLines(reasons: ToldCommit['reasons'], more: number, columns: number): readonly string[] {
  const rest = Math.max(0, reasons.length - MOST_REASONS) + more;
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => {
    const where =
      reason.file === null ? reason.message : `${reason.file}${reason.line === null ? '' : `:${reason.line}`}`;
    return cut(visible(`${ruleName(reason)}  ${where}`), columns - INDENT.length);
  });
  return [...shown, ...(rest === 0 ? [] : [`and ${rest} more`])].map((line) => `${INDENT}${line}`);
}

function moreLine(number: number, columns: number): readonly string[] {
  if (number <= MOST_LISTED) return [];
  return wrap(`and ${number - MOST_LISTED} more: pawl bench --format json --audience human`, columns - 2).map(
    (line) => `  ${line}`,
  );
}

function caveats({ standard, fixes, counts }: BenchReport): readonly string[] {
  const guessed = fixes.filter(({ by }) => by !== 'given').length;
  return [
    ...(counts.ordinary.stopped === 0
      ? []
      : ['A stop is not a mistake by itself: an ordinary commit may have made security worse. Look at some.']),
    ...(guessed === 0
      ? []
      : [
          `${guessed === fixes.length ? 'The fixes' : `${guessed} of the fixes`} are guesses, from messages and changelogs; --fixes names yours.`,
        ]),
    ...(fixes.length === 0
      ? ['No past security fix was judged; name some with --fixes to see whether losing them would be noticed.']
      : []),
    'Each commit is judged against its parent, as people made it; an agent is judged against the base of its loop.',
    'The intervals take commits as independent of each other. The times are those of this machine, with what it did besides.',
    ...(standard.testsNotRun === 0
      ? []
      : [
          `${countText(standard.testsNotRun, 'suite')} of security tests did not run: what they need in the past is not installed.`,
        ]),
    ...(standard.configuration === 'defaults'
      ? []
      : ['The commands take the configuration of their base, which may have been another one.']),
    ...(fixes.length === 0 ? [] : ['The command beside a fix that was put back undoes its tests, too.']),
  ];
}

function bulleted(line: string, columns: number): readonly string[] {
  return wrap(line, columns - INDENT.length).map((part, at) => `${at === 0 ? '  - ' : INDENT}${part}`);
}

function nextStep({ stopped, fixes, standard }: BenchReport): string {
  const [first] = [...stopped, ...fixes.map(({ putBack }) => putBack)];
  if (first !== undefined) return `look at one: ${first.command}`;
  return standard.configuration === 'defaults'
    ? 'set up the gate: pawl init'
    : 'ask about more: pawl bench --commits 1000';
}

/** Of a hundred. */
function decimal(share: number): string {
  return (100 * share).toFixed(1);
}

function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.round(ms / 60_000);
  return minutes < 100 ? `${minutes} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
