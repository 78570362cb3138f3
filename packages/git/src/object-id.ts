import { createHash } from 'node:crypto';
import { GitError } from './git-error.ts';
import { printable } from './printable.ts';

export type ObjectFormat = 'sha1' | 'sha256';

/** Whether this is a full object id, of either object format. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(text);
}

/** @throws GitError `invalid-argument` for anything but a full object id. */
export function checkObjectId(id: string): string {
  if (!isObjectId(id)) throw new GitError('invalid-argument', `${printable(id)} is not a full object id`);
  return id;
}

/**
 * A revision that git will take as one: never as an option, never as two lines of a request.
 *
 * @throws GitError `invalid-argument`
 */
export function checkRevision(rev: string): string {
  if (rev === '' || rev.startsWith('-') || /\p{Cc}/u.test(rev)) {
    throw new GitError('invalid-argument', `${printable(rev)} is not a revision`, {
      next: 'Name a branch, a tag or a commit id.',
    });
  }
  return rev;
}

export function hashObject(type: string, bytes: Uint8Array, format: ObjectFormat): string {
  return createHash(format).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether the bytes are what the id promises. git itself checks this for commits, but not for trees and blobs. */
export function isContentOf(id: string, type: string, bytes: Uint8Array): boolean {
  return hashObject(type, bytes, id.length === 40 ? 'sha1' : 'sha256') === id;
}
