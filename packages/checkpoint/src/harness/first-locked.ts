import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { type Context, repositoryOf } from '../context.ts';

/**
 * Asks about the folders in their order until one of them lies in a repository with a lock: an agent that moved its own folder
 * elsewhere is still asked about the project. `undefined` where none does: then there is nothing to judge against.
 *
 * @throws what the question throws; a folder in no repository, or that is not there, is passed over.
 */
export async function firstLocked<Answer>(
  folders: readonly string[],
  context: Context,
  question: (repository: Repository, folder: string) => Promise<Answer>,
): Promise<Answer | undefined> {
  for (const folder of new Set(folders)) {
    try {
      return await question(await repositoryOf(context, folder), folder);
    } catch (error) {
      if (!isPawlError(error) || !PASSED_OVER.includes(error.code)) throw error;
    }
  }
  return undefined;
}

const PASSED_OVER: readonly string[] = ['not-a-repository', 'no-lock'];
