import { PawlError } from '@pawl/errors';

export class PartsError extends PawlError<'part-missing' | 'weak-run-key'> {}
