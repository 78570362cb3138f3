import type { Repository } from '@pawl/git';

/** The names that a protected branch has in most repositories, in the order in which they are looked for. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

export interface BranchGuess {
  readonly name: string;
  /** Whether the remote says so, or there is nothing else that it could be. */
  readonly isSure: boolean;
  /** What it could be as well, without branches of agents. */
  readonly others: readonly string[];
}

/**
 * The branch whose security is locked: the one that the remote calls its default, else a usual name that exists, else
 * the current branch.
 */
export async function protectedBranch(repository: Repository): Promise<string> {
  return (await guessProtectedBranch(repository)).name;
}

/** The same, and how sure it is. */
export async function guessProtectedBranch(repository: Repository): Promise<BranchGuess> {
  const local = [...(await shortNames(repository, 'refs/heads/')).keys()];
  const usual = USUAL.filter((name) => local.includes(name));
  const remote = await remoteDefault(repository);
  const name = remote ?? usual[0] ?? (await repository.branch()) ?? 'main';
  const others = local.filter((other) => other !== name && !other.startsWith('agent/'));
  const isOnly = others.length === 0 && !name.startsWith('agent/');
  return { name, isSure: remote !== undefined || usual.length === 1 || isOnly, others };
}

/** `origin/HEAD` points at the remote's default branch; where several branches are at its commit the usual name wins. */
async function remoteDefault(repository: Repository): Promise<string | undefined> {
  const remote = await shortNames(repository, 'refs/remotes/origin/');
  const head = remote.get('HEAD');
  const same = [...remote].filter(([name, id]) => name !== 'HEAD' && id === head).map(([name]) => name);
  return USUAL.find((name) => same.includes(name)) ?? same[0];
}

async function shortNames(repository: Repository, prefix: string): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await repository.listRefs(prefix))].map(([ref, id]) => [ref.slice(prefix.length), id]));
}
