import { PawlError } from '@pawl/errors';

export class CheckError extends PawlError<'no-lock' | 'no-index' | 'base-log-with-lock'> {}
