import { markup, type Markup } from './markup.ts';
import type { ReportCheckpoint, ReportData } from './report-data.ts';
import { few } from './section.ts';
import { type Standing, standingMarkup } from './standing-markup.ts';
import { count, instant, labelText, nameText } from './words.ts';

/** What one wants to know first: does it go on, and what now. What is told of a broken ledger may not be what was judged. */
export function standing(data: ReportData): Markup {
  const { tone, says, more } = standingOf(data);
  if (data.ledger.state !== 'faults') return standingMarkup({ tone, says, more });
  const warning = markup`<a href="#ledger">The ledger has faults</a>: what is told here may not be what was judged.`;
  return standingMarkup({ tone: tone === 'good' ? 'unsure' : tone, says, more: [...more, warning] });
}

function standingOf(data: ReportData): Standing {
  const { lock, loop, checkpoints, missing } = data;
  const newest = checkpoints.at(-1);
  if (loop?.state === 'stopped') return stopped(loop.latch, data.cases);
  // What could not be read is not "nothing".
  if (loop?.state === 'could-not-tell' || (lock === null && missing.length > 0)) {
    const more = [markup`Nothing on this page about it is good news until its record holds: <code>pawl verify</code>`];
    return { tone: 'unsure', says: 'Could not tell how the loop stands.', more };
  }
  if (lock === null) {
    const more = [markup`There is nothing yet to hold the work against.`];
    return { tone: 'quiet', says: 'Nothing is locked.', more };
  }
  if (newest === undefined || loop?.state === 'nothing-judged') {
    const more = [markup`Judge what is staged: <code>pawl check</code>`];
    return { tone: 'quiet', says: 'Nothing was judged yet.', more };
  }
  return goesOn(newest);
}

function stopped(latch: readonly string[], cases: ReportData['cases']): Standing {
  const [first, ...others] = latch;
  const next = first ?? cases.find(({ state }) => state === 'open')?.id;
  return {
    tone: 'stop',
    says: markup`The loop is stopped. ${first === undefined ? null : casesText([first, ...others])}`,
    more: [
      markup`Read it item by item, and decide: <code>pawl review${next === undefined ? null : ` ${labelText(next)}`}</code>`,
    ],
  };
}

function goesOn({ sequence, at, tier, outcome }: ReportCheckpoint): Standing {
  const which = markup`Checkpoint ${sequence}, ${instant(at)} UTC, ${tier} tier.`;
  switch (outcome) {
    case 'inconclusive': {
      const shut = markup`What cannot be examined is not clean: the gate stays shut until it can.`;
      return { tone: 'unsure', says: 'The newest checkpoint could not tell.', more: [which, shut] };
    }
    case 'stopped':
      return { tone: 'unsure', says: 'The newest checkpoint was stopped, and the loop may go on.', more: [which] };
    case 'clean':
      return { tone: 'good', says: 'The loop goes on. The newest checkpoint is clean.', more: [which] };
  }
}

const MOST_CASES = 5;

function casesText([first, ...others]: readonly [string, ...string[]]): Markup {
  if (others.length === 0) return markup`Case ${nameText(first)} waits for a person.`;
  const { shown, rest } = few([first, ...others], MOST_CASES);
  const names = shown.map((id, at) => markup`${at === 0 ? null : ', '}${nameText(id)}`);
  return markup`Cases ${names}${rest === 0 ? null : ` and ${count(rest)} more`} wait for a person.`;
}

/** Where the report is about: as a person says it. */
export function whereText({ repository, branch, target, loop }: ReportData): Markup {
  return markup`${nameText(repository)}${onText(loop, branch)}${target === null ? null : markup`, held against ${nameText(target)}`}`;
}

function onText(loop: ReportData['loop'], branch: string | null): Markup | null {
  if (loop !== null) return markup`, loop ${nameText(loop.name)}`;
  return branch === null ? null : markup`, branch ${nameText(branch)}`;
}
