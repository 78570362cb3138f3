import { isPawlError } from '@pawl/errors';
import { check, type Checked } from './check.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';

/** `no-lock-yet`: nothing to judge against, and none was ever seen here. Then a hook lets everything through. */
export type HookJudgement =
  { readonly kind: 'no-lock-yet' } | { readonly kind: 'judged'; readonly checked: readonly Checked[] };

/** What a hook asks, but for what is judged and how deeply. */
export const AT_A_HOOK = {
  directory: undefined,
  base: undefined,
  target: undefined,
  only: undefined,
  audience: 'auto',
  cache: true,
  logs: [],
  baseLogs: [],
  loop: undefined,
  identity: undefined,
  signAs: undefined,
} as const;

/** Judges the index that git is about to commit, in the fast tier. */
export function preCommit(context: Context): Promise<HookJudgement> {
  return judgeAll([{ ...AT_A_HOOK, head: undefined, tier: 'fast' }], context);
}

/** The same for the result of a merge. Git names what is merged in variables only: MERGE_HEAD is written after this hook. */
export function preMergeCommit(context: Context): Promise<HookJudgement> {
  const merging = Object.keys(context.env).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/u.exec(name)?.[1] ?? []);
  return judgeAll([{ ...AT_A_HOOK, head: undefined, tier: 'fast', merging }], context);
}

/** Judges one question after the other, so that a push of many branches does not hold them all in memory. */
export async function judgeAll(requests: readonly CheckRequest[], context: Context): Promise<HookJudgement> {
  const checked: Checked[] = [];
  for (const request of requests) {
    const answer = await check(request, context).catch(unlessNoLock);
    if (answer === undefined) return { kind: 'no-lock-yet' };
    checked.push(answer);
  }
  return { kind: 'judged', checked };
}

function unlessNoLock(error: unknown): undefined {
  if (isPawlError(error) && error.code === 'no-lock') return undefined;
  throw error;
}
