import { PawlError } from '@pawl/errors';

/**
 * Why git could not answer. None of these is ever "nothing changed": a caller that cannot go on says "could not tell".
 *
 * - `git-missing`, `git-failed`, `git-killed`, `output-too-large`, `unreadable-output`: the process and what it wrote
 * - `not-a-repository`, `dubious-ownership`, `wrong-repository`: opening
 * - `unknown-revision`, `no-commits`, `invalid-argument`: what was asked
 * - `missing-object`, `malformed-tree`, `malformed-commit`, `duplicate-entry`, `twin-path`, `hostile-path`,
 *   `not-a-file`: what is stored
 * - `no-index`, `unmerged-index`: the index
 * - `broken-ref`, `ref-moved`: refs
 */
export type GitErrorCode =
  | 'git-missing'
  | 'git-failed'
  | 'git-killed'
  | 'output-too-large'
  | 'unreadable-output'
  | 'not-a-repository'
  | 'dubious-ownership'
  | 'wrong-repository'
  | 'unknown-revision'
  | 'no-commits'
  | 'invalid-argument'
  | 'missing-object'
  | 'malformed-tree'
  | 'malformed-commit'
  | 'duplicate-entry'
  | 'twin-path'
  | 'hostile-path'
  | 'not-a-file'
  | 'no-index'
  | 'unmerged-index'
  | 'broken-ref'
  | 'ref-moved';

export class GitError extends PawlError<GitErrorCode> {}
