import { GitError } from './git-error.ts';
import { printable } from './printable.ts';

export interface RefusedRef {
  readonly ref: string;
  /** In the words of git or of the remote. */
  readonly why: string;
}

/** What became of each ref. */
export interface PushOutcome {
  /** The remote has it now, or had it already. */
  readonly accepted: readonly string[];
  /** Somebody else was first: fetch, and push again. */
  readonly raced: readonly string[];
  /** The remote does not want it, however often it is asked. */
  readonly refused: readonly RefusedRef[];
}

/** git's words, and those of a remote that saw another value than we did. */
const RACED =
  /\((?:fetch first|non-fast-forward|stale info|needs force|failed to update ref|incorrect old value provided|cannot lock ref.*|failed to lock|reference already exists)\)$/u;

/**
 * Reads the answer of `git push --porcelain`.
 *
 * @throws GitError `unreadable-output`: a ref of which nothing is known must not look like one that arrived.
 */
export function parsePush(stdout: string): PushOutcome {
  const outcome = { accepted: [] as string[], raced: [] as string[], refused: [] as RefusedRef[] };
  for (const line of stdout.split('\n')) {
    if (line === '' || line === 'Done' || line.startsWith('To ')) continue;
    const [, flag, ref, why] = /^([ +\-*=!])\t[^\t]*:(refs\/[^\t]+)\t(.*)$/u.exec(line) ?? [];
    if (flag === undefined || ref === undefined || why === undefined) throw unreadable(line);
    if (flag === ' ' || flag === '*' || flag === '=') outcome.accepted.push(ref);
    else if (flag === '!' && RACED.test(why)) outcome.raced.push(ref);
    else if (flag === '!') outcome.refused.push({ ref, why });
    else throw unreadable(line);
  }
  return outcome;
}

function unreadable(line: string): GitError {
  return new GitError('unreadable-output', `git push answered in an unknown way: ${printable(line)}`);
}
