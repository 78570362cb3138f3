import { openPorcelain } from '@pawl/git/porcelain';
import { type Context, repositoryOf } from './context.ts';

/** The address that `origin` is fetched from, as git has it: it may hold a password. */
export async function originOf(directory: string | undefined, context: Context): Promise<string | undefined> {
  const { topLevel, gitDir } = await repositoryOf(context, directory);
  const remotes = await openPorcelain(topLevel ?? gitDir).remotes();
  return remotes.find(({ name }) => name === 'origin')?.fetchUrl;
}
