import { GitError } from './git-error.ts';
import { isObjectId } from './object-id.ts';

export interface LoggedCommit {
  readonly id: string;
  readonly author: string;
  /** ISO 8601, with the author's own offset. */
  readonly date: string;
  /** Written by anyone: escape it before it is printed. */
  readonly subject: string;
}

/** Reads `log -z --format=%H%x00%an%x00%aI%x00%s`. Errors: `unreadable-output`. */
export function parseLog(output: string): readonly LoggedCommit[] {
  const fields = output === '' ? [] : output.replace(/\0$/u, '').split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = 0; at < fields.length; at += 4) {
    const [id = '', author, date, subject] = fields.slice(at, at + 4);
    if (!isObjectId(id) || author === undefined || date === undefined || subject === undefined) {
      throw new GitError('unreadable-output', 'git log wrote a commit in an unknown way');
    }
    commits.push({ id, author, date, subject });
  }
  return commits;
}
