import type { Law } from './law.ts';
import type { Place } from './open-place.ts';
import type { Subject } from './subject.ts';

/** A branch that who is judged cannot write, and where it is. */
export interface TrustedTip {
  readonly branch: string;
  readonly commit: string;
}

/** The locked branch, the one that the work is for and the default one, as the remote has them; but none that the push has moved. */
export async function trustedTips(
  { repository }: Place,
  { lock }: Pick<Law, 'lock'>,
  { target, loop, isPushed }: Pick<Subject, 'target' | 'loop' | 'isPushed'>,
  defaultBranch: string | undefined,
): Promise<readonly TrustedTip[]> {
  const branches = new Set([lock?.lock.target, target, defaultBranch]);
  const tips: TrustedTip[] = [];
  for (const branch of branches) {
    if (branch === undefined || (isPushed && branch === loop)) continue;
    const commit = await repository.readRef(`refs/remotes/origin/${branch}`);
    if (commit !== undefined) tips.push({ branch, commit });
  }
  return tips;
}
