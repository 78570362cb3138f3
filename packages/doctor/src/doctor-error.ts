import { PawlError } from '@pawl/errors';

/**
 * `tool-silent`: a tool did not say its version. `forge-refused`: a forge did not answer what was asked. `token-missing`: the
 * variable that was named holds none. `unreadable-answers`: a file with a forge's answers is none. `not-that-forge`: the token
 * would go to a place that nobody named. `unusable-file`: a file that a hook names is not what it should be.
 */
export type DoctorErrorCode =
  'tool-silent' | 'forge-refused' | 'token-missing' | 'unreadable-answers' | 'not-that-forge' | 'unusable-file';

export class DoctorError extends PawlError<DoctorErrorCode> {}
