import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestRepository } from './temporary-repository.ts';

/** The number of the one case that is open. */
export async function onlyCase({ dir }: Pick<TestRepository, 'dir'>): Promise<string> {
  const names = await readdir(join(dir, '.git/pawl/cases'));
  const [only, ...more] = names;
  if (only === undefined || more.length > 0) throw new Error(`not one case but ${names.length}`);
  return only.replace('.json', '');
}

/** All that an agent is told of a stop, to the byte. */
export function stopped(caseNumber: string): string {
  return `pawl: stopped, case ${caseNumber}. Work is paused for human review. Do not continue.\n`;
}

export const NO_LOCK_YET = 'pawl: no lock yet, so nothing is judged; a person makes one with: npx pawl lock\n';

/** The number in what an agent is told. */
export function caseNumberIn(told: string): string {
  const number = /^pawl: stopped, case ([0-9a-f]{8})\. /mu.exec(told)?.[1];
  if (number === undefined) throw new Error(`no case in ${JSON.stringify(told)}`);
  return number;
}
