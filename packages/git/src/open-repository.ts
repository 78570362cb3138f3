import type { Change, INDEX, TreeEntry } from './change.ts';
import { findRepository, type OpenOptions } from './find-repository.ts';
import { lastingPlace } from './lasting-place.ts';
import type { NewCommit } from './build-commit.ts';
import type { OpenedPlace } from './opened-place.ts';
import { parseTreeListing } from './parse-tree-listing.ts';
import { readBlobs, type BlobContent } from './read-blobs.ts';
import { readChanges } from './read-changes.ts';
import { readCommitFile } from './read-commit-file.ts';
import { writeIndexTree } from './read-index.ts';
import { newCommits } from './new-commits.ts';
import { receiveSettings } from './receive-settings.ts';
import { listRefs, readRef, readRefs, updateRef } from './refs.ts';
import { findMergeBase, isAncestor, readBranch, readHead, resolveRevision } from './resolve-revision.ts';
import { runGit } from './run-git.ts';
import { openObjects, type StoredObjects } from './stored-objects.ts';
import type { TreeToPack } from './pack-tree.ts';

/**
 * A repository seen through objects, refs and the index, never through the working tree. Every method is one question to
 * git; every method throws a {@link GitError} when it cannot tell.
 */
export interface Repository {
  /** The folder that all work trees share. Absolute real path. */
  readonly commonDir: string;
  /** The folder of this work tree; the same as `commonDir` but in a linked one. Absolute real path. */
  readonly gitDir: string;
  /** The root of the work tree; `undefined` in a bare repository. Absolute real path. */
  readonly topLevel: string | undefined;
  /** The full id. Errors: `unknown-revision`; `no-commits` when HEAD was asked before the first commit. */
  resolveCommit(rev: string): Promise<string>;
  /** The tree id of any tree-ish; the empty tree too, though no object of it may be stored. */
  resolveTree(rev: string): Promise<string>;
  /** The commit of HEAD; `undefined` before the first commit. */
  head(): Promise<string | undefined>;
  /** The full short name, like `agent/x`, before the first commit too; `undefined` when detached. */
  branch(): Promise<string | undefined>;
  /** `undefined` when the two have no common ancestor; a gap in history is the error `missing-object`. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /** Whether a commit is the other one or lies in its history. Full ids only; a gap in history is the error `missing-object`. */
  isAncestor(ancestor: string, of: string): Promise<boolean>;
  /** Whether history is cut, as it was when the repository was opened. */
  isShallow(): Promise<boolean>;
  /** From one tree to another, or to the index. Sorted by path bytes. */
  changes(base: string, head: string | typeof INDEX): Promise<readonly Change[]>;
  /** The tree that a commit of the index would have. Errors: `unmerged-index`, `no-index`. */
  indexTree(): Promise<string>;
  /** All files, symbolic links and submodules. Sorted by path bytes. Errors: `duplicate-entry`, `hostile-path`. */
  listTree(tree: string): Promise<readonly TreeEntry[]>;
  /** Contents by id, from one process; `maxBytes` per blob. Errors: `missing-object`, `not-a-file`. */
  readBlobs(ids: Iterable<string>, options: { readonly maxBytes: number }): Promise<ReadonlyMap<string, BlobContent>>;
  /** `undefined` when there is no such ref. Full names only. Errors: `broken-ref`. */
  readRef(ref: string): Promise<string | undefined>;
  /** The same for several at once; those that are not there are left out. */
  readRefs(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  listRefs(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** Stores a commit by `Pawl <pawl@localhost>` that no ref names yet. */
  writeCommit(input: NewCommit): Promise<string>;
  /** Compare and swap; `from` undefined: must not exist. Errors: `ref-moved`. */
  updateRef(ref: string, to: string, from: string | undefined): Promise<void>;
  /** `undefined` when the commit has no such path. Errors: `missing-object`, `not-a-file`. */
  readCommitFile(commit: string, path: string): Promise<Buffer | undefined>;
  /** One process for many questions about commits and trees. Whoever opens it closes it. */
  openObjects(): StoredObjects;
  /** Copies the objects of a tree into a pack of their own, and gives its name. Full ids only. */
  packTree(input: TreeToPack): Promise<string>;
  /** The commits that no branch or tag has yet, newest first; more than `atMost` is the error `output-too-large`. */
  newCommits(tips: readonly string[], atMost: number): Promise<readonly string[]>;
  /** What the configuration says of pushes (`receive.*`, `transfer.*`), by key in lower case. */
  receiveSettings(): Promise<ReadonlyMap<string, string>>;
}

/**
 * Opens the repository of a folder: a work tree, a sub-folder of it, a linked work tree, a bare repository or a `.git` folder.
 * In a hook that judges a push, what is pushed is read like everything else, and what is written stays if the push is refused.
 *
 * @throws GitError `not-a-repository`, `dubious-ownership`, `wrong-repository`, `git-missing`
 */
export async function openRepository(dir: string, options: OpenOptions = {}): Promise<Repository> {
  const place = await findRepository(dir, options);
  const lasting = lastingPlace(place);
  return {
    commonDir: place.commonDir,
    gitDir: place.gitDir,
    topLevel: place.topLevel,
    resolveCommit: (rev) => resolveRevision(place, rev, 'commit'),
    resolveTree: (rev) => resolveRevision(place, rev, 'tree'),
    head: () => readHead(place),
    branch: () => readBranch(place),
    mergeBase: (a, b) => findMergeBase(place, a, b),
    isAncestor: (ancestor, of) => isAncestor(place, ancestor, of),
    isShallow: () => Promise.resolve(place.shallow),
    changes: (base, head) => readChanges(place, base, head),
    indexTree: () => writeIndexTree(place),
    listTree: (tree) => listTree(place, tree),
    readBlobs: (ids, limits) => readBlobs(place, ids, limits),
    readRef: (ref) => readRef(place, ref),
    readRefs: (refs) => readRefs(place, refs),
    listRefs: (prefix) => listRefs(place, prefix),
    // What compresses objects is loaded by those who write.
    writeCommit: async (input) => (await import('./write-commit.ts')).writeCommit(lasting, input),
    updateRef: (ref, to, from) => updateRef(lasting, ref, to, from),
    readCommitFile: (commit, path) => readCommitFile(place, commit, path),
    openObjects: () => openObjects(place),
    packTree: async (input) => (await import('./pack-tree.ts')).packTree(place, lasting, input),
    newCommits: (tips, atMost) => newCommits(place, tips, atMost),
    receiveSettings: () => receiveSettings(place, options.env ?? process.env),
  };
}

async function listTree(place: OpenedPlace, tree: string): Promise<readonly TreeEntry[]> {
  const id = await resolveRevision(place, tree, 'tree');
  return parseTreeListing((await runGit(place, ['ls-tree', '-r', '-t', '-z', '--full-tree', id])).stdout);
}
