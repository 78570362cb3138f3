import { PawlError } from '@pawl/errors';

/** `ended`: before anything was written. `interrupted`: while it was, so that running it again goes on. */
export type SetUpStoppedCode = 'ended' | 'interrupted';

/** The person who sets Pawl up wanted no more. */
export class SetUpStopped extends PawlError<SetUpStoppedCode> {}
