import { PawlError } from '@pawl/errors';

/** `invalid-settings`: what a person wrote under `notify`. */
export type NotifyErrorCode = 'invalid-settings';

/** Holds every mistake in one message. What stands at an address or a secret is never repeated in it. */
export class NotifyError extends PawlError<NotifyErrorCode> {}
