import { GitError } from './git-error.ts';
import { isObjectId } from './object-id.ts';

/** A commit of the past, as its history tells it. */
export interface PastCommit {
  readonly id: string;
  /** None of a first commit, and of one where a shallow clone was cut. */
  readonly parents: readonly string[];
  /** ISO 8601, with the committer's own offset. */
  readonly date: string;
  /** Written by anyone: escape it before it is printed. */
  readonly message: string;
}

/** Four fields and the NUL that `-z` puts after each commit, so that a message may hold anything but NUL, which none can. */
export const HISTORY_FORMAT = '--format=%H%x00%P%x00%cI%x00%B';

/** Reads `log -z` of {@link HISTORY_FORMAT}. Errors: `unreadable-output`. */
export function parseHistory(output: string): readonly PastCommit[] {
  const fields = output === '' ? [] : output.replace(/\0$/u, '').split('\0');
  const commits: PastCommit[] = [];
  for (let at = 0; at < fields.length; at += 4) {
    const [id = '', links, date, message] = fields.slice(at, at + 4);
    const parents = links?.split(' ').filter((parent) => parent !== '');
    if (!isObjectId(id) || parents?.every(isObjectId) !== true || date === undefined || message === undefined)
      throw new GitError('unreadable-output', 'git log wrote a commit in an unknown way');
    commits.push({ id, parents, date, message: message.trimEnd() });
  }
  return commits;
}
