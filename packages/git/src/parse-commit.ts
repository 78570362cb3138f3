import { GitError } from './git-error.ts';

/** What a commit says of other objects. */
export interface CommitLinks {
  readonly tree: string;
  readonly parents: readonly string[];
}

/** gitformat: the tree, then the parents, then the author, each once and in this order; what follows links to nothing. */
const LINKS = /^tree ([0-9a-f]{40}|[0-9a-f]{64})\n((?:parent (?:[0-9a-f]{40}|[0-9a-f]{64})\n)*)author /;

/** Of two, some programs read the first and others the last: another tree, or another signer (G09). */
const ONCE: ReadonlySet<string> = new Set([
  'tree',
  'parent',
  'author',
  'committer',
  'gpgsig',
  'gpgsig-sha256',
  'encoding',
]);

/** @throws GitError `malformed-commit` */
export function parseCommit(bytes: Buffer): CommitLinks {
  const text = bytes.toString('latin1');
  const [links, tree, parents] = LINKS.exec(text) ?? [];
  if (links === undefined || tree === undefined || parents === undefined)
    throw malformed('does not start with a tree, parents and an author');
  const seen = new Set(['tree', 'parent', 'author']);
  for (const name of headersAfter(text, links.length)) {
    if (ONCE.has(name) && seen.has(name)) throw malformed(`has ${name} twice`);
    seen.add(name);
  }
  return {
    tree,
    parents: parents
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice('parent '.length)),
  };
}

/** The names of the headers that follow the author's; a line that starts with a space continues the one above. */
function headersAfter(text: string, author: number): readonly string[] {
  const end = text.indexOf('\n\n', author);
  const lines = text.slice(author, end === -1 ? undefined : end).split('\n');
  return lines.slice(1).flatMap((line) => (line.startsWith(' ') ? [] : [line.split(' ', 1).join('')]));
}

function malformed(what: string): GitError {
  return new GitError('malformed-commit', `a commit ${what}`, { next: 'Run git fsck.' });
}
