import { CONFIG_FILE, type Config, parseConfig, resolveConfig } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { protectedBranch } from './protected-branch.ts';
import { readWorkTreeFile } from './work-tree.ts';

/** What a person has on disk is what that person locks, even before it is committed; a bare repository has only commits. */
export async function configToLock(repository: Repository, commit: string): Promise<Config> {
  const bytes =
    repository.topLevel === undefined
      ? await repository.readCommitFile(commit, CONFIG_FILE)
      : await readWorkTreeFile(repository.topLevel, CONFIG_FILE);
  if (bytes !== undefined) return resolveConfig(await parseConfig(bytes, CONFIG_FILE));
  return { ...resolveConfig(undefined), target: await protectedBranch(repository) };
}
