import { PawlError } from '@pawl/errors';

/** `no-work-tree`: there is nowhere to commit. `in-the-way`: something stands where a file of ours would. */
export type InitErrorCode = 'no-work-tree' | 'in-the-way';

export class InitError extends PawlError<InitErrorCode> {}
