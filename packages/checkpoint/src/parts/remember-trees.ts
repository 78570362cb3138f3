import type { Repository } from '@pawl/git';

/** A repository whose trees are listed once each: a verdict over parts looks at them before it is asked anything. */
export function rememberTrees(repository: Repository): Repository {
  const listed = new Map<string, ReturnType<Repository['listTree']>>();
  return {
    ...repository,
    listTree: (tree) => {
      const known = listed.get(tree) ?? repository.listTree(tree);
      listed.set(tree, known);
      return known;
    },
  };
}
