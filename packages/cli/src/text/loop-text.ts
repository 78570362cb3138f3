import type { Checked } from '@pawl/checkpoint';
import { EXIT_CRITERIA, type LoopEnd, type LoopNews, notJudged, type Tampering } from '@pawl/loop';
import { nextLines, type Paint, rowLines, shortName, shortPath, STOPPED, wrap } from '@pawl/report';
import { countText } from './count-text.ts';

/** What a step brought, in words that an agent may read. */
export function newsText(news: Exclude<LoopNews, { event: 'started' }>, columns: number): string {
  switch (news.event) {
    case 'locked':
      return said(`locked ${shortName(news.target)} at ${news.commit.slice(0, 12)}`, columns);
    case 'begun':
      return said(`loop on ${shortName(news.loop)}, at most ${countText(news.max, 'iteration')}`, columns);
    case 'resumed': {
      const where = `iteration ${news.iteration} of at most ${news.max}`;
      return said(`going on with the loop on ${shortName(news.loop)}, ${where}; nothing is locked anew`, columns);
    }
    case 'left-the-branch':
      return said(`HEAD was elsewhere and is on ${shortName(news.loop)} again`, columns);
    case 'agent':
    case 'tests':
    case 'judgement':
      return step(news.iteration, news.event, `${news.result}, ${duration(news.seconds)}`, columns);
  }
}

/** For a terminal, until the step is over. */
export function waitingText({ iteration, what }: Extract<LoopNews, { event: 'started' }>): string {
  return step(iteration, what, '…', Infinity).trimEnd();
}

/** How it ended, in words that an agent may read. */
export function endText(end: LoopEnd, columns: number): string {
  const next = (text: string): string => `${nextLines(text, columns).join('\n')}\n`;
  switch (end.kind) {
    case 'accepted':
      return said(
        `accepted at iteration ${end.iteration}: commit ${end.commit.slice(0, 12)} on ${shortName(end.loop)}`,
        columns,
      );
    case 'stopped':
      return `pawl: stopped${end.case === undefined ? '' : `, case ${end.case}`}. ${STOPPED}\n`;
    case 'exhausted':
      return (
        said(`not accepted: the tests were not green within ${countText(end.iteration, 'iteration')}`, columns) +
        next(`read ${end.testLog}; to go on: the same command with --resume and a larger --max`)
      );
    case 'could-not-tell':
      return said(`could not tell: ${end.why}`, columns) + next('mend that, then the same command goes on');
    case 'interrupted':
      return said(`interrupted at iteration ${end.iteration}; the same command goes on`, columns);
  }
}

/** What only a person may know of the end. */
export function personText(end: LoopEnd, paint: Paint, columns: number): string {
  switch (end.kind) {
    case 'accepted':
      return unjudgedText(end.checked, columns);
    case 'stopped':
      return stoppedText(end, paint, columns);
    case 'could-not-tell':
      return faultsText(end.checked, columns);
    case 'exhausted':
    case 'interrupted':
      return '';
  }
}

function unjudgedText({ verdict }: Checked, columns: number): string {
  const names = notJudged(verdict);
  return names.length === 0 ? '' : said(`not judged: ${names.join(', ')}`, columns);
}

const TAMPERING: Readonly<Record<Tampering, string>> = {
  'lock-changed': 'the lock was changed while a command of the loop ran',
  'base-moved': 'the protected branch was moved while a command of the loop ran, and the loop has its new commits',
};

function stoppedText(
  { case: number, tampering, violated, aside, loop, iteration }: Extract<LoopEnd, { kind: 'stopped' }>,
  { bold, red, dim }: Paint,
  columns: number,
): string {
  const rows = [
    ...violated.map((criterion) => ({ name: 'violated', says: `${EXIT_CRITERIA[criterion]} (${criterion})` })),
    ...(tampering === undefined ? [] : [{ name: 'what', says: TAMPERING[tampering] }]),
    ...(aside === undefined
      ? []
      : [{ name: 'work', says: `on the branch ${shortName(aside)}, and in the work tree as it is` }]),
  ];
  const lines = [
    ...wrap(`Stopped at iteration ${iteration} on ${shortName(loop)}`, columns).map((line) => bold(red(line))),
    ...rowLines(rows, columns - INDENT.length, dim).map((line) => `${INDENT}${line}`),
    ...ways(number, columns),
  ];
  return `${lines.join('\n')}\n`;
}

function ways(number: string | undefined, columns: number): readonly string[] {
  if (number === undefined)
    return nextLines('look at the reflog and put back what was moved; the same command with --resume goes on', columns);
  return [
    ...nextLines(`read it: pawl review ${number}`, columns),
    `        let it go on: pawl release ${number}, then the same command`,
  ];
}

/** Each fault once: several tools often say the same of one file. */
function faultsText(checked: Checked | undefined, columns: number): string {
  const texts = (checked?.verdict.reasons ?? []).map(({ file, message }) =>
    file === null ? message : `${shortPath(file)}: ${message}`,
  );
  return [...new Set(texts)]
    .flatMap((text) => wrap(text, columns - 2 * INDENT.length).map((line, at) => `${at === 0 ? '' : INDENT}${line}`))
    .map((line) => `${INDENT}${line}\n`)
    .join('');
}

const BEGIN = 'pawl: ';
const INDENT = '  ';

function said(text: string, columns: number): string {
  const lines = wrap(text, columns - BEGIN.length);
  return `${lines.map((line, at) => `${at === 0 ? BEGIN : ' '.repeat(BEGIN.length)}${line}`).join('\n')}\n`;
}

/** Under one another, however far the loop is. */
const NUMBERS = 4;
const STEPS = 'judgement'.length;

function step(iteration: number, what: string, result: string, columns: number): string {
  const begin = `${String(iteration).padStart(NUMBERS)}  ${what.padEnd(STEPS)}  `;
  const lines = wrap(result, columns - begin.length);
  return `${lines.map((line, at) => `${at === 0 ? begin : ' '.repeat(begin.length)}${line}`).join('\n')}\n`;
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
