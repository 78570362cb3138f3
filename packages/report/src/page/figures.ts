import { type Content, markup, type Markup } from './markup.ts';
import type { ReportData } from './report-data.ts';
import { change, count, UNKNOWN } from './words.ts';

interface Figure {
  readonly name: string;
  readonly value: Content;
  readonly says: string;
  readonly tone: 'stop' | 'unsure' | 'plain';
}

/** How it stands in five figures: at the newest checkpoint, or at the lock while there is none. */
export function figures(data: ReportData): Markup {
  const newest = data.checkpoints.at(-1);
  const at = newest === undefined ? 'at the lock' : `at checkpoint ${newest.sequence}`;
  const all = [weighted(data, at), defences(data), suppressions(data), tests(data), blind(data)];
  return markup`<dl class="figures">${all.map(
    ({ name, value, says, tone }) =>
      markup`<div class="${tone}"><dt>${name}</dt><dd class="value">${value}</dd><dd>${says}</dd></div>`,
  )}</dl>
`;
}

function unknown(name: string, says: string): Figure {
  return { name, value: UNKNOWN, says, tone: 'unsure' };
}

function weighted({ checkpoints, lock }: ReportData, at: string): Figure {
  const name = 'Weighted findings';
  const newest = checkpoints.at(-1);
  if (newest === undefined)
    return lock === null
      ? unknown(name, 'no lock')
      : { name, value: count(lock.baseline.weightedTotal), says: at, tone: 'plain' };
  const { measures } = newest;
  if (measures === null) return unknown(name, at);
  const drift = measures.weightedTotal - measures.lockedTotal;
  const tone = drift > 0 ? 'stop' : 'plain';
  return { name, value: count(measures.weightedTotal), says: `${change(drift)} since the lock`, tone };
}

function defences({ checkpoints, lock }: ReportData): Figure {
  const name = 'Defences lost';
  const newest = checkpoints.at(-1);
  if (newest === undefined && lock !== null) return { name, value: '0', says: 'nothing was judged yet', tone: 'plain' };
  const told = newest?.measures?.defences ?? null;
  if (told === null) return unknown(name, 'not compared');
  const { lost, weakened, added } = told;
  const says = `${count(weakened)} weakened${added === null ? '' : `, ${count(added)} added`}`;
  return { name, value: count(lost), says, tone: lost + weakened > 0 ? 'stop' : 'plain' };
}

function suppressions({ suppressions: all, lock }: ReportData): Figure {
  const name = 'New suppressions';
  if (all === null) return unknown(name, 'not read');
  const fresh = all.filter(({ isNew }) => isNew).length;
  const says = lock === null ? 'no lock' : `${count(lock.baseline.suppressions)} in the lock`;
  return { name, value: count(fresh), says, tone: fresh > 0 ? 'stop' : 'plain' };
}

function tests({ tests: told }: ReportData): Figure {
  const name = 'Security tests';
  if (told === null || told.now === null)
    return unknown(name, told === null ? 'not read' : `the floor is ${count(told.floor)}`);
  return {
    name,
    value: count(told.now),
    says: `the floor is ${count(told.floor)}`,
    tone: told.now < told.floor ? 'stop' : 'plain',
  };
}

function blind({ coverage }: ReportData): Figure {
  const name = 'Files not examined';
  if (coverage === null) return unknown(name, 'not read');
  const files = new Set(coverage.notExamined.map(({ path }) => path)).size;
  return {
    name,
    value: count(files),
    says: `${count(coverage.examined)} examined`,
    tone: files > 0 ? 'unsure' : 'plain',
  };
}
