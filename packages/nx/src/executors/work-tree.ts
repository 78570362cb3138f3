import { type Context, repositoryOf } from '@pawl/checkpoint';
import { type Repository, snapshotWorkTree } from '@pawl/git';
import { NxError } from './nx-error.ts';

export interface OpenWorkTree {
  readonly repository: Repository;
  readonly topLevel: string;
}

/** The repository that the workspace lies in. @throws NxError `no-work-tree`, GitError `not-a-repository` */
export async function openWorkTree(context: Context): Promise<OpenWorkTree> {
  const repository = await repositoryOf(context, undefined);
  if (repository.topLevel !== undefined) return { repository, topLevel: repository.topLevel };
  throw new NxError('no-work-tree', 'this repository is bare, and Nx needs files', {
    next: 'run it in a clone that has a work tree',
  });
}

/** What is judged where nobody names a revision: the commit where the files are as it has them, else their tree, as `git add -A` would store it. */
export async function presentHead(repository: Repository, { env }: Pick<Context, 'env'>): Promise<string> {
  const tree = await snapshotWorkTree(repository, { ...env });
  const commit = await repository.head();
  return commit !== undefined && (await repository.resolveTree(commit)) === tree ? commit : tree;
}
