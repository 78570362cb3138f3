import type { Config } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { contractsToLock } from '../contracts/contracts-text.ts';
import { readContracts } from '../contracts/project-contracts.ts';
import type { Front } from '../open-cache-for.ts';
import type { Tool } from '../tools.ts';
import { filesOfTree } from './files-of-tree.ts';
import { inputsUnlocked } from './inputs.ts';
import { type OpenedPart, openParts } from './open-parts.ts';
import { believedBy, type PartReport, type PartsGiven } from './parts-given.ts';
import { PartsError } from './parts-error.ts';
import { filesOf } from './project-files.ts';
import { withParts } from './with-parts.ts';

export interface Locking {
  readonly repository: Repository;
  readonly commit: string;
  readonly tree: string;
  readonly config: Config;
  /** The tools that are about to be locked. */
  readonly tools: readonly Tool[];
  readonly signs: boolean;
}

/** Lets a lock look at a tree with the parts that were made of it. @throws PartsError `part-missing` */
export async function lookByParts<Result>(
  given: PartsGiven,
  { repository, commit, tree, config, tools, signs }: Locking,
  look: (front: Front) => Promise<Result>,
): Promise<{ readonly result: Result; readonly parts: readonly PartReport[] }> {
  const contracts = await contractsToLock(repository, commit);
  // What is wrong with them is told before the work is done, and not after it was done twice.
  if (contracts !== undefined) readContracts(contracts, 'checked');
  const files = await filesOfTree(repository, tree);
  const opened = openParts(believedBy(given, signs), { inputs: inputsUnlocked({ config, contracts, tools }), files });
  requireAll(opened, files);
  const { result, reports } = await withParts(opened, look);
  return { result, parts: reports };
}

/** Who should have looked at a project did not run to the end. A lock has no place to say so. */
function requireAll(opened: readonly OpenedPart[], files: readonly { readonly path: string }[]): void {
  for (const one of opened) {
    const isIn = filesOf(one);
    if (one.report.state !== 'missing' || !files.some(({ path }) => isIn(path))) continue;
    throw new PartsError('part-missing', `there is no part of the project ${one.project}, which has files to lock`, {
      next: `make it: nx run ${one.project}:security --configuration=lock`,
    });
  }
}
