import { PawlError } from '@pawl/errors';

export type DecisionErrorCode =
  | 'reason-missing'
  | 'reason-too-long'
  /** It holds characters that a terminal would obey. */
  | 'reason-unprintable'
  | 'days-out-of-range'
  | 'too-many-waivers'
  | 'not-waived'
  | 'not-a-case'
  | 'already-released';

/** A decision that a lock cannot take. Nothing was decided. */
export class DecisionError extends PawlError<DecisionErrorCode> {}
