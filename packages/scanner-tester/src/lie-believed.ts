import { PawlError } from '@pawl/errors';

/** What went wrong: the adapter, or the test of it. */
export type LieBelievedCode =
  /** A file came out as examined that was not. */
  | 'lie-believed'
  /** The honest output itself is not accepted, or does not say what every lie is measured by. */
  | 'truth-not-believed'
  /** The suite was asked something that it cannot do. */
  | 'unusable-subject';

/** What an adapter got wrong. */
export class LieBelieved extends PawlError<LieBelievedCode> {}
