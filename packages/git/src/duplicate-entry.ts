import { GitError } from './git-error.ts';
import { printable } from './printable.ts';

/** A tree with two entries of one name shows one content to a reader and checks out the other. */
export function duplicateEntry(path: string): GitError {
  return new GitError('duplicate-entry', `${printable(path)} is in the tree twice`, {
    next: 'Make the commit again with ordinary git commands; git fsck shows the broken tree.',
  });
}

/** @throws GitError `duplicate-entry` */
export function refuseDuplicatePaths(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path)) throw duplicateEntry(path);
    seen.add(path);
  }
}
