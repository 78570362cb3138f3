import { INDEX } from '@pawl/git';
import { once } from './once.ts';
import { pathsOf } from './coverage-of-change.ts';
import type { Question, Workshop } from './question.ts';
import type { ChangedFile } from './read-change.ts';
import { bothSides, type Sides } from './sides.ts';
import { openTree, type Tree } from './tree.ts';

export type Trees = Sides<() => Promise<Tree>>;

/** Both whole trees, each listed once and only where something asks for it. */
export function treesOf(workshop: Workshop, question: Question, files: readonly ChangedFile[]): Trees {
  const { base, head } = pathsOfSides(files);
  const judged = new Set([...base, ...head]);
  const open = async (side: keyof Sides<unknown>): Promise<Tree> =>
    openTree(workshop.repository, await treeOf(side, workshop, question), question.config, judged);
  return { base: once(() => open('base')), head: once(() => open('head')) };
}

/** The paths that differ, as each side has them. */
export function pathsOfSides(files: readonly ChangedFile[]): Sides<ReadonlySet<string>> {
  return bothSides(
    { base: files.flatMap(({ base }) => base ?? []), head: files.flatMap(({ head }) => head ?? []) },
    pathsOf,
  );
}

export function treeOf(
  side: keyof Sides<unknown>,
  { repository }: Pick<Workshop, 'repository'>,
  { baseTree, head }: Question,
): Promise<string> {
  if (side === 'base') return repository.resolveTree(baseTree);
  return head === INDEX ? repository.indexTree() : repository.resolveTree(head);
}
