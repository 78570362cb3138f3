import { GitError } from './git-error.ts';
import { isObjectId } from './object-id.ts';
import { openObjectReader, unreadableObject, type StoredObject } from './object-reader.ts';
import { parseCommit, type CommitLinks } from './parse-commit.ts';
import { parseTree, type TreeItem } from './parse-tree.ts';
import { printable } from './printable.ts';
import type { Place } from './run-git.ts';

/**
 * Commits, trees and blobs read one by one from one git process, each proven to be what its id promises: for a chain that
 * is walked from link to link. Errors of every method: `missing-object`.
 */
export interface StoredObjects {
  /** By id, or by any other name of a commit. Errors: `unknown-revision` for a name, `malformed-commit`. */
  commit(rev: string): Promise<CommitLinks & { readonly id: string; readonly bytes: Buffer }>;
  /** What a folder holds, by name. Errors: `malformed-tree`, `duplicate-entry`, `hostile-path`. */
  tree(id: string): Promise<ReadonlyMap<string, TreeItem>>;
  blob(id: string): Promise<Buffer>;
  /** Whoever opened must close: the process ends when nobody has it open. */
  close(): void;
}

export function openObjects(place: Place): StoredObjects {
  const reader = openObjectReader(place);
  const read = async (rev: string, type: StoredObject['type']): Promise<StoredObject> => {
    const object = await reader.contents(rev);
    if (object === undefined && !isObjectId(rev)) throw unknown(rev);
    if (object?.type !== type) throw unreadableObject(`${printable(rev)} is missing, damaged, or no ${type}`);
    return object;
  };
  return {
    commit: async (rev) => {
      const { id, bytes } = await read(rev, 'commit');
      return { id, bytes, ...parseCommit(bytes) };
    },
    tree: async (id) => parseTree((await read(id, 'tree')).bytes, id.length / 2),
    blob: async (id) => (await read(id, 'blob')).bytes,
    close: reader.close,
  };
}

function unknown(rev: string): GitError {
  return new GitError('unknown-revision', `there is no commit ${printable(rev)}`, { next: 'Run git log --all.' });
}
