import { GitError, type GitErrorCode } from '../git-error.ts';

/** The code of the `GitError` that was thrown; anything else that happens fails the test. */
export async function errorCode(run: () => unknown): Promise<GitErrorCode> {
  try {
    await run();
  } catch (error) {
    if (error instanceof GitError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
}
