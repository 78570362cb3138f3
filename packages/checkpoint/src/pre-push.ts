import { PawlError } from '@pawl/errors';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { AT_A_HOOK, type HookJudgement, judgeAll } from './pre-commit.ts';

/** One line of what git tells a pre-push hook: https://git-scm.com/docs/githooks#_pre_push */
export interface Pushed {
  readonly localRef: string;
  readonly localId: string;
  readonly remoteRef: string;
}

export class PrePushError extends PawlError<'malformed-hook-input'> {}

/**
 * Judges every tip that is pushed, branches and tags alike, in the full tier and against the lock: what is "new" to the
 * remote does not matter, because commits can be laundered through another ref first (R01).
 */
export function prePush(stdin: string, context: Context): Promise<HookJudgement> {
  const pushed = parsePushed(stdin).filter(isJudged);
  // One commit may be pushed to several branches, and each is a loop; to one branch it is asked once.
  const asked = new Map(pushed.map((line) => [`${line.localId} ${line.remoteRef}`, questionAbout(line)]));
  return judgeAll([...asked.values()], context);
}

function questionAbout({ localId, localRef, remoteRef }: Pushed): CheckRequest {
  return { ...AT_A_HOOK, head: localId, tier: 'full', loop: loopPushed(localRef, remoteRef) };
}

/** The branch that the commits come from. What is pushed by id, or as `HEAD`, has only the name that it gets. */
export function loopPushed(localRef: string, remoteRef: string): string {
  const ref = localRef.startsWith('refs/') ? localRef : remoteRef;
  return ref.replace(/^refs\/(?:heads\/)?/u, '');
}

/** A deletion brings nothing in; our own refs hold locks, which are verified where they are read. */
function isJudged({ localId, remoteRef }: Pushed): boolean {
  return !/^0+$/u.test(localId) && !remoteRef.startsWith('refs/pawl/');
}

export function parsePushed(stdin: string): readonly Pushed[] {
  return stdin
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [localRef, localId, remoteRef, remoteId, ...rest] = line.split(' ');
      if (!localRef || !localId || !remoteRef || !remoteId || rest.length > 0 || !/^[0-9a-f]{40,64}$/u.test(localId)) {
        throw new PrePushError(
          'malformed-hook-input',
          `git gave the pre-push hook a line that it should not: ${JSON.stringify(line)}`,
        );
      }
      return { localRef, localId, remoteRef };
    });
}
