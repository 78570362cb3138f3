import { PawlError } from '@pawl/errors';

/**
 * `broken-settings`: the file does not parse, so nothing can be merged into it. `unexpected-shape`: it parses, but where
 * hooks belong stands something else. `not-ours`: a whole file of that name exists and Pawl did not write it.
 * `foreign-script`: a hook script in a language that Pawl cannot add to. `damaged-block`: Pawl's marker lines do not pair
 * up. `not-text`: not UTF-8, or too large. `not-a-file`: a link, a folder or a device lies there. `outside`: a link leads
 * out of the repository. `unsafe-command`: the command to install has characters that a settings file could misread.
 */
export type HarnessErrorCode =
  | 'broken-settings'
  | 'unexpected-shape'
  | 'not-ours'
  | 'foreign-script'
  | 'damaged-block'
  | 'not-text'
  | 'not-a-file'
  | 'outside'
  | 'unsafe-command';

export class HarnessError extends PawlError<HarnessErrorCode> {}
