import type { Notice } from './notice.ts';
import { plain } from './plain.ts';

/** A notice in words; every text is in the alphabet of `plain`, with `:` after the name of a fact. */
export interface Message {
  readonly title: string;
  /** The next command, for a person. */
  readonly next: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export function messageOf(notice: Notice): Message {
  const { title, next, isAboutLoop } = wordsFor(notice);
  const facts: Message['facts'] = [
    ['Repository', plain(notice.repository)],
    ...(isAboutLoop ? [['Loop', plain(notice.loop)] as const] : []),
    ...(notice.outcome === 'stopped' ? [['Case', notice.case] as const] : []),
    ['Outcome', notice.outcome],
    ['Time', minuteOf(notice.at)],
    ['Next', next],
  ];
  return { title, next, facts };
}

/** Where Pawl could not tell there is no case to read, and what it lacked stands in the record of the loop. */
function wordsFor({ case: number, outcome }: Pick<Notice, 'case' | 'outcome'>) {
  switch (outcome) {
    case 'stopped':
      return { title: `Pawl: case ${number} is waiting for you`, next: `pawl review ${number}`, isAboutLoop: true };
    case 'inconclusive':
      return { title: `Pawl: could not tell ${number}`, next: 'pawl log', isAboutLoop: true };
    case 'test':
      return { title: 'Pawl: this is a test and nothing was stopped', next: 'nothing', isAboutLoop: false };
  }
}

export function linesOf({ facts }: Message): readonly string[] {
  return facts.map(([name, value]) => `${name}: ${value}`);
}

/** Seconds would tell how long a check took, and so what it met. */
function minuteOf(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
