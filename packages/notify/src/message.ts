import type { Notice } from './notice.ts';
import { plain } from './plain.ts';

/** A notice in words; every text is in the alphabet of `plain`, with `:` after the name of a fact. */
export interface Message {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export function messageOf(notice: Notice): Message {
  return {
    title: `Pawl: case ${notice.case} is waiting for you`,
    facts: [
      ['Repository', plain(notice.repository)],
      ['Loop', plain(notice.loop)],
      ['Case', notice.case],
      ['Outcome', notice.outcome],
      ['Time', minuteOf(notice.at)],
      ['Next', `pawl review ${notice.case}`],
    ],
  };
}

export function linesOf({ facts }: Message): readonly string[] {
  return facts.map(([name, value]) => `${name}: ${value}`);
}

/** Seconds would tell how long a check took, and so what it met. */
function minuteOf(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
