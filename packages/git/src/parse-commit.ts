import { GitError } from './git-error.ts';

/** What a commit says of other objects. */
export interface CommitLinks {
  readonly tree: string;
  readonly parents: readonly string[];
}

/** gitformat: the tree, then the parents, then the author, each once and in this order; what follows links to nothing. */
const LINKS = /^tree ([0-9a-f]{40}|[0-9a-f]{64})\n((?:parent (?:[0-9a-f]{40}|[0-9a-f]{64})\n)*)author /;

/** @throws GitError `malformed-commit` */
export function parseCommit(bytes: Buffer): CommitLinks {
  const [, tree, parents] = LINKS.exec(bytes.toString('latin1')) ?? [];
  if (tree === undefined || parents === undefined) {
    throw new GitError('malformed-commit', 'a commit does not start with a tree, parents and an author', {
      next: 'Run git fsck.',
    });
  }
  return {
    tree,
    parents: parents
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice('parent '.length)),
  };
}
