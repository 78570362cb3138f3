import { PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { openTrust, trustedLock } from '@pawl/ledger';
import { protectedTips } from './base.ts';
import { type Context, repositoryOf } from './context.ts';
import { AT_A_HOOK, type HookJudgement, judgeAll } from './pre-commit.ts';

/** A branch, and what a transaction is about to make it: https://git-scm.com/docs/githooks#_reference_transaction */
export interface Moved {
  readonly branch: string;
  readonly to: string;
}

export class ReferenceTransactionError extends PawlError<'malformed-hook-input'> {}

/**
 * Judges what branches are about to become, in the fast tier: commits that no other hook saw (`commit --no-verify`, cherry-pick,
 * rebase, `update-ref`), or whose tree is another one than was judged. The shell that starts this has answered already for
 * what was judged a moment ago, and for what a branch has already.
 */
export async function referenceTransaction(stdin: string, context: Context): Promise<HookJudgement> {
  const repository = await repositoryOf(context, undefined);
  const stored = await trustedLock({
    store: repository,
    trust: openTrust(repository, context),
    target: undefined,
    branch: repository.branch(),
  });
  if (stored === undefined) return { kind: 'no-lock-yet' };
  const questions = [];
  for (const { branch, to } of parseMoved(stdin)) {
    const head = await repository.resolveCommit(to);
    if (await isPeoples(repository, stored.lock, { branch, to: head })) continue;
    questions.push({ ...AT_A_HOOK, head, tier: 'fast', loop: branch } as const);
  }
  return judgeAll(questions, context);
}

/**
 * What lies in the history that people locked, or of the protected branch, was not made by a loop: a branch may start there, and a
 * stopped one may go back there. What is built on it is judged like everything else.
 */
async function isPeoples(
  repository: Pick<Repository, 'readRefs' | 'isAncestor'>,
  lock: { readonly commit: string; readonly target: string },
  { branch, to }: Moved,
): Promise<boolean> {
  for (const theirs of [lock.commit, ...(await protectedTips(repository, lock.target, branch))])
    if (await repository.isAncestor(to, theirs)) return true;
  return false;
}

/**
 * Only branches count: a commit that no branch has is judged when one gets it. A deletion brings nothing in, and neither does
 * another name for a branch. What else newer git says a branch shall be another name for is judged as that.
 */
export function parseMoved(stdin: string): readonly Moved[] {
  return stdin
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [from, to, ref, ...rest] = line.split(' ');
      if (!from || !to || !ref || rest.length > 0)
        throw new ReferenceTransactionError(
          'malformed-hook-input',
          `git gave the reference-transaction hook a line that it should not: ${JSON.stringify(line)}`,
        );
      const branch = /^refs\/heads\/(.+)$/u.exec(ref)?.[1];
      const isNothing = from === to || /^(?:0+$|ref:refs\/heads\/)/u.test(to);
      return branch === undefined || isNothing ? [] : [{ branch, to: to.replace(/^ref:/u, '') }];
    });
}
