export { INDEX, type Change, type Side, type TreeEntry } from './change.ts';
export type { NewCommit } from './build-commit.ts';
export type { OpenOptions } from './find-repository.ts';
export { GitError, type GitErrorCode } from './git-error.ts';
export { openRepository, type Repository } from './open-repository.ts';
export type { BlobContent } from './read-blobs.ts';
export type { TreeToPack } from './pack-tree.ts';
export type { TreeItem } from './parse-tree.ts';
export type { StoredObjects } from './stored-objects.ts';
