import type { Repository } from '@pawl/git';
import type { NamedBlob } from './entry-key.ts';

const SUBMODULE = '160000';

/** Every file of a tree, judged or not: what is left out today may be judged when another file changes. */
export async function filesOfTree(
  repository: Pick<Repository, 'listTree'>,
  tree: string,
): Promise<readonly NamedBlob[]> {
  const entries = await repository.listTree(tree);
  return entries.filter(({ mode }) => mode !== SUBMODULE).map(({ path, blob }) => ({ path, blob }));
}
