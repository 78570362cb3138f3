import { PawlError } from '@pawl/errors';

/**
 * `hook-file-missing`: the bundled hook that is to be installed does not exist. `hook-file-in-archive`: it lies in a zip, which only yarn reads.
 * `not-a-file`: something else lies where a script belongs. `outside-repository`: a link leads out of the work tree.
 * `damaged-block`: Pawl's marker lines in a script do not pair up. `unreadable-hooks-path`: `core.hooksPath` has a form
 * that only git can expand. `husky-failed`: husky said why. `hooks-path-overridden`: git still looks elsewhere.
 */
export type HooksErrorCode =
  | 'hook-file-missing'
  | 'hook-file-in-archive'
  | 'not-a-file'
  | 'outside-repository'
  | 'damaged-block'
  | 'unreadable-hooks-path'
  | 'husky-failed'
  | 'hooks-path-overridden';

export class HooksError extends PawlError<HooksErrorCode> {}
