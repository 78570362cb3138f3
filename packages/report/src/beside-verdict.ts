import { visible } from './visible.ts';

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

/** For a person: what of it all is accepted for a while, and that the loop is stopped, whatever the verdict on this. */
export function besideVerdict({ accepted, latch }: BesideVerdict): string {
  return [...accepted.map(acceptedLine), ...stoppedLines(latch)].map((line) => `pawl: ${line}\n`).join('');
}

function acceptedLine({ waiver: { rule, file, reason, expires } }: BesideVerdict['accepted'][number]): string {
  return visible(`${rule} in ${file} is waived until ${expires.slice(0, 10)}: ${reason}`);
}

function stoppedLines(latch: readonly string[]): readonly string[] {
  const [first] = latch;
  if (first === undefined) return [];
  const next = `read it: pawl review ${first}, let the loop go on: pawl release ${first}`;
  return [`this loop is stopped by case ${latch.join(', ')}; ${next}`];
}
