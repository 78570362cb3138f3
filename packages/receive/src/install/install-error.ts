import { PawlError } from '@pawl/errors';

/**
 * - `not-bare`: a repository with a work tree is a developer's, and has hooks of its own
 * - `missing-option`: what cannot be guessed was not said
 * - `unreadable-file`: the anchor or the settings cannot be read
 * - `in-repository`: what is trusted lies where a push, or what it runs, can reach
 * - `bundle-missing`: the program is not built
 */
export type InstallErrorCode = 'not-bare' | 'missing-option' | 'unreadable-file' | 'in-repository' | 'bundle-missing';

/** A server that could not be set up. `next` says what its operator does. */
export class InstallError extends PawlError<InstallErrorCode> {}
