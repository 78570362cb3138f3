import type { Checked } from '@pawl/checkpoint';
import { visible } from '@pawl/report';

/** For a person: what of it all is accepted for a while, and that the loop is stopped, whatever the verdict on this. */
export function besideVerdict({ accepted, latch }: Pick<Checked, 'accepted' | 'latch'>): string {
  return [...accepted.map(acceptedLine), ...stoppedLines(latch)].map((line) => `pawl: ${line}\n`).join('');
}

function acceptedLine({ waiver: { rule, file, reason, expires } }: Checked['accepted'][number]): string {
  return visible(`${rule} in ${file} is waived until ${expires.slice(0, 10)}: ${reason}`);
}

function stoppedLines(latch: readonly string[]): readonly string[] {
  const [first] = latch;
  if (first === undefined) return [];
  const next = `read it: pawl review ${first}, let the loop go on: pawl release ${first}`;
  return [`this loop is stopped by case ${latch.join(', ')}; ${next}`];
}
