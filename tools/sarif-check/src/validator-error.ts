import { PawlError } from '@pawl/errors';

/** The validator did not do its work, so nothing is known of the logs. */
export class ValidatorError extends PawlError<'not-installed' | 'not-run' | 'not-all-read'> {}
