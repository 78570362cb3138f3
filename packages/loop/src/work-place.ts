import type { Context } from '@pawl/checkpoint';
import { openRepository, openWorkBranch, type Repository, snapshotWorkTree, type WorkBranch } from '@pawl/git';
import { LoopError } from './loop-error.ts';
import type { LoopPorts, LoopRequest } from './request.ts';
import type { Run } from './run-document.ts';

/** Where a loop works, and what it needs there. */
export interface WorkPlace {
  readonly request: LoopRequest;
  readonly context: Context;
  readonly ports: LoopPorts;
  readonly repository: Repository;
  readonly topLevel: string;
  readonly branch: WorkBranch;
  /** The tree of the files as they lie there. */
  readonly snapshot: () => Promise<string>;
}

/** @throws LoopError `bare-repository` */
export async function openWorkPlace(request: LoopRequest, context: Context, ports: LoopPorts): Promise<WorkPlace> {
  const repository = await openRepository(context.cwd, { env: context.env });
  const { topLevel } = repository;
  if (topLevel === undefined)
    throw new LoopError('bare-repository', 'a loop needs files to work on', { next: 'run it in a clone' });
  return {
    request,
    context,
    ports,
    repository,
    topLevel,
    branch: openWorkBranch(repository, context.env),
    snapshot: () => snapshotWorkTree(repository, context.env),
  };
}

/**
 * Puts HEAD back on the loop's branch, wherever the agent went, and leaves index and files as they are: what lies there is judged
 * all the same. A branch that was removed is put back where it was.
 */
export async function comeBack({ repository, branch, ports }: WorkPlace, { loop, refs }: Run): Promise<void> {
  const ref = `refs/heads/${loop}`;
  const tip = refs[ref] ?? null;
  const isGone = (await repository.readRef(ref)) === undefined;
  if (isGone && tip !== null) await repository.updateRef(ref, tip, undefined);
  const isElsewhere = (await repository.branch()) !== loop;
  if (isElsewhere) await branch.standOn(loop);
  if (isGone || isElsewhere) ports.tell({ event: 'left-the-branch', loop });
}
