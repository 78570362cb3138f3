import { isPawlError, PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import type { CheckRequest } from './check-request.ts';
import { type Context, repositoryOf } from './context.ts';
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
export async function prePush(stdin: string, context: Context): Promise<HookJudgement> {
  const brought = parsePushed(stdin).filter(isJudged);
  if (brought.length === 0) return judgeAll([], context);
  const repository = await repositoryOf(context, undefined);
  const current = await repository.branch();
  const asked = new Map<string, CheckRequest>();
  for (const line of brought) {
    if (await isLoneFile(line, repository)) continue;
    // One commit may be pushed to several branches, and each is a loop; to one branch it is asked once.
    asked.set(`${line.localId} ${line.remoteRef}`, questionAbout(line, current));
  }
  return judgeAll([...asked.values()], context);
}

/** A tag may name a single file, such as a public key: no tree, so nothing that anybody could check out or build on. */
async function isLoneFile(
  { localId, remoteRef }: Pushed,
  { resolveTree, openObjects }: Pick<Repository, 'resolveTree' | 'openObjects'>,
): Promise<boolean> {
  if (!remoteRef.startsWith('refs/tags/')) return false;
  try {
    await resolveTree(localId);
    return false;
  } catch (error) {
    if (!isPawlError(error) || error.code !== 'unknown-revision') throw error;
  }
  const objects = openObjects();
  try {
    await objects.blob(`${localId}^{}`);
    return true;
  } finally {
    objects.close();
  }
}

function questionAbout(line: Pushed, current: string | undefined): CheckRequest {
  return { ...AT_A_HOOK, head: line.localId, tier: 'full', loop: loopPushed(line, current) };
}

/**
 * The branch that the commits come from: with `HEAD` the one that is checked out, as another name on the remote makes no other loop of
 * it. What is pushed by id has only the name that it gets.
 */
export function loopPushed(pushed: Pick<Pushed, 'localRef' | 'remoteRef'>, current: string | undefined): string {
  if (isHead(pushed) && current !== undefined) return current;
  const ref = pushed.localRef.startsWith('refs/') ? pushed.localRef : pushed.remoteRef;
  return ref.replace(/^refs\/(?:heads\/)?/u, '');
}

function isHead({ localRef }: Pick<Pushed, 'localRef'>): boolean {
  return localRef === 'HEAD' || localRef === '@';
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
