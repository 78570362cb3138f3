import type { Repository } from '@pawl/git';
import type { Scanner } from '@pawl/scanner';
import type { Question } from '../question.ts';
import { embeddedScanners } from '../scanners.ts';

/** What was committed since the base: the work tree is likely to stand there. */
export interface Committed extends Pick<Question, 'config' | 'baseTree'> {
  readonly head: string;
}

/**
 * Lets scanners load what they need for the files that differ, while git is asked what the work tree holds: ESLint has a thread of its own, and to load it
 * there is most of what a small change costs. Whatever fails here fails again where it counts.
 */
export async function headStart(
  repository: Pick<Repository, 'listTree' | 'resolveTree'>,
  { config, baseTree, head }: Committed,
  load: () => Promise<readonly Scanner[]> = () => embeddedScanners('full', config.scanners),
): Promise<void> {
  const now = repository.resolveTree(head).then((tree) => repository.listTree(tree));
  const known = new Set((await repository.listTree(baseTree)).map(nameOf));
  const changed = (await now).filter((entry) => !known.has(nameOf(entry))).map(({ path }) => path);
  if (changed.length === 0) return;
  for (const scanner of await load()) scanner.prepare?.(changed.filter((path) => scanner.owes(path)));
}

function nameOf({ path, blob }: { readonly path: string; readonly blob: string }): string {
  return `${blob} ${path}`;
}
