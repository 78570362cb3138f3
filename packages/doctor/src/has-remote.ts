import { openPorcelain } from '@pawl/git/porcelain';

/** Whether there is anywhere to push to. */
export async function hasRemoteAt(folder: string): Promise<boolean> {
  return (await openPorcelain(folder).remotes()).length > 0;
}
