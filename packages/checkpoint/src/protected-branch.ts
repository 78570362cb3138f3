import type { Repository } from '@pawl/git';

/** The names that a protected branch has in most repositories, in the order in which they are looked for. */
const USUAL = ['main', 'master', 'trunk', 'develop'];

/**
 * The branch whose security is locked: the one that the remote calls its default, else a usual name that exists, else
 * the current branch.
 */
export async function protectedBranch(repository: Repository): Promise<string> {
  const local = await shortNames(repository, 'refs/heads/');
  const usual = USUAL.find((name) => local.has(name));
  return (await remoteDefault(repository)) ?? usual ?? (await repository.branch()) ?? 'main';
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
