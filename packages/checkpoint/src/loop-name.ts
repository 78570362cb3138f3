import type { Repository } from '@pawl/git';
import type { CheckRequest } from './check-request.ts';

/** For what is judged on no branch: a detached HEAD, or a commit in a bare repository. No branch can have this name. */
export const DETACHED = '@';

/** The loop of a question: the branch that was named as such, that is judged, or that is checked out. */
export async function loopName(
  { loop, head }: Pick<CheckRequest, 'loop' | 'head'>,
  branch: string | undefined,
  { readRef, topLevel }: Pick<Repository, 'readRef' | 'topLevel'>,
): Promise<string> {
  if (loop !== undefined) return loop;
  if (head !== undefined && /^\w[\w./-]*$/u.test(head) && (await readRef(`refs/heads/${head}`)) !== undefined)
    return head;
  // A bare repository has a branch that nobody is on.
  return (topLevel === undefined ? undefined : branch) ?? DETACHED;
}
