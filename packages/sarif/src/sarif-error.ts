import { PawlError } from '@pawl/errors';

/** Why a log is refused. */
export type SarifErrorCode =
  | 'not-json'
  | 'duplicate-key'
  /** `__proto__`: no honest tool writes it. */
  | 'forbidden-key'
  | 'too-deep'
  | 'too-large'
  | 'not-2.1.0'
  | 'missing-field'
  | 'wrong-type'
  | 'no-runs'
  /** The tool says that it did not do its work. */
  | 'failed-invocation'
  | 'tool-error-notification'
  /** A part of the run is in another file, so this one is not the whole result. */
  | 'external-properties'
  /** An index, a rule or a message that the log names and does not have. */
  | 'bad-reference'
  /** A reference that can be the path of no file. */
  | 'bad-uri'
  /** A place elsewhere, or one of which nobody can say that it is inside. */
  | 'outside-repository'
  /** A file, a line or a content that the judged tree does not have: the log is about another one. */
  | 'stale'
  | 'bad-number';

/** A log that cannot be relied on as a whole. None of its results may be used: half a log is not a clean one. */
export class SarifError extends PawlError<SarifErrorCode> {}
