import type { Fault } from '@pawl/verdict';
import type { Asked } from '../ask.ts';
import { compare } from '../read-change.ts';
import type { OpenedPart } from './open-parts.ts';
import { filesOf } from './project-files.ts';
import { pathsOfChange } from './paths-of-change.ts';

/**
 * Projects that owe a part because a file of theirs changed, as git says, and have none. What they lack was found out here; but who
 * should have made them did not run to the end, and nobody knows why.
 */
export async function missingParts(
  parts: readonly OpenedPart[],
  { repository, question: { baseTree, head, config } }: Pick<Asked, 'repository' | 'question'>,
): Promise<readonly Fault[]> {
  const missing = parts.filter(({ report }) => report.state === 'missing');
  if (missing.length === 0) return [];
  const changed = (await compare(repository, baseTree, head, config)).flatMap(pathsOfChange);
  return missing.flatMap((one) => (changed.some(filesOf(one)) ? [partMissing(one.project)] : []));
}

export function partMissing(project: string): Fault {
  return {
    code: 'part-missing',
    message: `there is no part of the project ${project}, and files of it changed`,
    next: `make it: nx run ${project}:security`,
  };
}
