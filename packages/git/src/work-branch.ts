import { GitError } from './git-error.ts';
import { WORK_TREE_FLAGS } from './hardened-flags.ts';
import { checkObjectId, checkRevision, isObjectId } from './object-id.ts';
import { failedGit, runGit, type GitOutput, type RunOptions } from './run-git.ts';
import { presentWorkTree, type WorkTree, workTreeEnvironment } from './work-tree.ts';

export interface CommitOfTree {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** What a loop does to the branch that it works on. No hook fires: what is committed was judged before. */
export interface WorkBranch {
  /** Errors: `git-failed` when git does not know in whose name to commit. */
  requireIdentity(): Promise<void>;
  /** Puts HEAD on a branch; the index and the files stay as they are. */
  standOn(branch: string): Promise<void>;
  /** Stores a commit in the user's name that no ref names yet. */
  commit(commit: CommitOfTree): Promise<string>;
  /** Makes the index that of a tree; the files stay as they are. Errors: `git-failed`, when it is locked too. */
  resetIndex(tree: string): Promise<void>;
}

export function openWorkBranch(repository: WorkTree, env: NodeJS.ProcessEnv = process.env): WorkBranch {
  const git = async (args: readonly string[], options: RunOptions = {}): Promise<GitOutput> => {
    const cwd = await presentWorkTree(repository);
    const place = { cwd, env: workTreeEnvironment(repository, cwd, env) };
    return runGit(place, args, { ...options, flags: WORK_TREE_FLAGS });
  };
  return {
    requireIdentity: () => requireIdentity(git),
    standOn: async (branch) => void (await git(['symbolic-ref', 'HEAD', `refs/heads/${checkRevision(branch)}`])),
    commit: (commit) => commitTree(git, commit),
    async resetIndex(tree) {
      // As `git reset` does it: what is cached of the files that are the same stays.
      await git(['read-tree', '--reset', checkObjectId(tree)]);
      await git(['update-index', '-q', '--refresh'], { okStatus: [0, 1] });
    },
  };
}

type Git = (args: readonly string[], options?: RunOptions) => Promise<GitOutput>;

async function requireIdentity(git: Git): Promise<void> {
  for (const role of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    const { status, stderr } = await git(['var', role], { okStatus: [0, 128] });
    if (status === 0) continue;
    const next = 'git config user.name "Your Name" and git config user.email you@example.com';
    throw new GitError('git-failed', 'git does not know in whose name to commit', { next, cause: new Error(stderr) });
  }
}

async function commitTree(git: Git, { tree, parents, message }: CommitOfTree): Promise<string> {
  const args = ['commit-tree', checkObjectId(tree), ...parents.flatMap((parent) => ['-p', checkObjectId(parent)])];
  const { status, stdout, stderr } = await git([...args, '-F', '-'], { input: message });
  const id = stdout.toString('latin1').trim();
  if (!isObjectId(id)) throw failedGit(args, status, stderr);
  return id;
}
