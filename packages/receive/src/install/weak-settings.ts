import { join, resolve } from 'node:path';
import type { Context } from '@pawl/checkpoint';
import type { Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';

/** What in git's own settings would let a push past the hook, or past what git checks before it. */
export async function weakSettings(
  folder: string,
  repository: Pick<Repository, 'commonDir' | 'receiveSettings' | 'isShallow'>,
  { env }: Context,
): Promise<readonly string[]> {
  const [git, hooksPath, isShallow] = await Promise.all([
    repository.receiveSettings(),
    openPorcelain(folder, { env }).getConfig('core.hooksPath'),
    repository.isShallow(),
  ]);
  const weakened = [...git.keys()].filter((key) => key.startsWith('receive.fsck.'));
  const isElsewhere =
    hooksPath !== undefined && resolve(repository.commonDir, hooksPath) !== join(repository.commonDir, 'hooks');
  return [
    ...(isElsewhere ? [`git looks for hooks in ${hooksPath}, so this one never runs: unset core.hooksPath`] : []),
    ...(isShallow ? ['the history here is cut, so every push is refused: git fetch --unshallow'] : []),
    ...(git.get('receive.shallowupdate') === 'true'
      ? ['a push may cut the history, so every push is refused: git config --unset receive.shallowUpdate']
      : []),
    ...(weakened.length > 0 ? [`what git checks of objects is weakened by ${weakened.join(', ')}`] : []),
  ];
}
