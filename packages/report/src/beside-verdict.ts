import { shortName, shortPath, wrap } from './columns.ts';

/** What stands beside a verdict: it is no part of it. */
export interface BesideVerdict {
  readonly accepted: readonly {
    readonly waiver: {
      readonly rule: string;
      readonly file: string;
      readonly reason: string;
      readonly expires: string;
    };
  }[];
  /** The cases that keep the loop stopped. */
  readonly latch: readonly string[];
}

const BEGIN = 'pawl: ';
const INDENT = ' '.repeat(BEGIN.length);

/** For a person: what of it all is accepted for a while, and that the loop is stopped, whatever the verdict on this. */
export function besideVerdict({ accepted, latch }: BesideVerdict, columns: number = Infinity): string {
  const said = (text: string): readonly string[] =>
    wrap(text, columns - BEGIN.length).map((line, at) => `${at === 0 ? BEGIN : INDENT}${line}`);
  return [
    ...accepted.flatMap(({ waiver }) => said(acceptedText(waiver))),
    ...(latch.length === 0 ? [] : [...said(`this loop is stopped by case ${latch.join(', ')}`), ...ways(latch)]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function acceptedText({ rule, file, reason, expires }: BesideVerdict['accepted'][number]['waiver']): string {
  return `${shortName(rule)} in ${shortPath(file)} is waived until ${shortName(expires.slice(0, 10))}: ${reason}`;
}

function ways([first = '']: readonly string[]): readonly string[] {
  return [`${INDENT}read it: pawl review ${first}`, `${INDENT}let the loop go on: pawl release ${first}`];
}
