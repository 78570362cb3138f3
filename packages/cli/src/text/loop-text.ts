import type { Checked } from '@pawl/checkpoint';
import { EXIT_CRITERIA, type LoopEnd, type LoopNews, notJudged, type Tampering } from '@pawl/loop';
import { type Paint, STOPPED, visible } from '@pawl/report';

/** What a step brought, in words that an agent may read. */
export function newsText(news: Exclude<LoopNews, { event: 'started' }>): string {
  switch (news.event) {
    case 'locked':
      return `pawl: locked ${visible(news.target)} at ${news.commit.slice(0, 12)}\n`;
    case 'begun':
      return `pawl: loop on ${visible(news.loop)}, at most ${iterations(news.max)}\n`;
    case 'resumed':
      return `pawl: going on with the loop on ${visible(news.loop)}, iteration ${news.iteration} of at most ${news.max}; nothing is locked anew\n`;
    case 'left-the-branch':
      return `pawl: HEAD was elsewhere and is on ${visible(news.loop)} again\n`;
    case 'agent':
    case 'tests':
    case 'judgement':
      return step(news.iteration, news.event, `${visible(news.result)}, ${duration(news.seconds)}`);
  }
}

/** For a terminal, until the step is over. */
export function waitingText({ iteration, what }: Extract<LoopNews, { event: 'started' }>): string {
  return step(iteration, what, '…').trimEnd();
}

/** How it ended, in words that an agent may read. */
export function endText(end: LoopEnd): string {
  switch (end.kind) {
    case 'accepted':
      return `pawl: accepted at iteration ${end.iteration}: commit ${end.commit.slice(0, 12)} on ${visible(end.loop)}\n`;
    case 'stopped':
      return `pawl: stopped${end.case === undefined ? '' : `, case ${end.case}`}. ${STOPPED}\n`;
    case 'exhausted':
      return (
        `pawl: not accepted: the tests were not green within ${iterations(end.iteration)}\n` +
        `  next: read ${visible(end.testLog)}; to go on: the same command with --resume and a larger --max\n`
      );
    case 'could-not-tell':
      return `pawl: could not tell: ${visible(end.why)}\n  next: mend that, then the same command goes on\n`;
    case 'interrupted':
      return `pawl: interrupted at iteration ${end.iteration}; the same command goes on\n`;
  }
}

/** What only a person may know of the end. */
export function personText(end: LoopEnd, paint: Paint): string {
  switch (end.kind) {
    case 'accepted':
      return unjudgedText(end.checked);
    case 'stopped':
      return stoppedText(end, paint);
    case 'could-not-tell':
      return faultsText(end.checked);
    case 'exhausted':
    case 'interrupted':
      return '';
  }
}

function unjudgedText({ verdict }: Checked): string {
  const names = notJudged(verdict);
  return names.length === 0 ? '' : `pawl: not judged: ${names.join(', ')}\n`;
}

const TAMPERING: Readonly<Record<Tampering, string>> = {
  'lock-changed': 'the lock was changed while a command of the loop ran',
  'base-moved': 'the protected branch was moved while a command of the loop ran, and the loop has its new commits',
};

function stoppedText(
  { case: number, tampering, violated, aside, loop, iteration }: Extract<LoopEnd, { kind: 'stopped' }>,
  { bold, red }: Paint,
): string {
  const lines = [
    bold(red(`Stopped at iteration ${iteration} on ${visible(loop)}`)),
    ...violated.map((criterion) => `  violated  ${EXIT_CRITERIA[criterion]} (${criterion})`),
    ...(tampering === undefined ? [] : [`  what      ${TAMPERING[tampering]}`]),
    ...(aside === undefined ? [] : [`  work      on the branch ${aside}, and in the work tree as it is`]),
    ...nextLines(number),
  ];
  return `${lines.join('\n')}\n`;
}

function nextLines(number: string | undefined): readonly string[] {
  if (number === undefined)
    return ['  next: look at the reflog and put back what was moved; the same command with --resume goes on'];
  return [
    `  next: read it: pawl review ${number}`,
    `        let it go on: pawl release ${number}, then the same command`,
  ];
}

/** Each fault once: several tools often say the same of one file. */
function faultsText(checked: Checked | undefined): string {
  const lines = (checked?.verdict.reasons ?? []).map(({ file, message }) =>
    visible(file === null ? message : `${file}: ${message}`),
  );
  return [...new Set(lines)].map((line) => `  ${line}\n`).join('');
}

function step(iteration: number, what: string, result: string): string {
  return `${String(iteration).padStart(4)}  ${what.padEnd(9)}  ${result}\n`;
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function iterations(count: number): string {
  return `${count} ${count === 1 ? 'iteration' : 'iterations'}`;
}
