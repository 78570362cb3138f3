import { PawlError } from '@pawl/errors';

/** A wrong flag, a missing command, a wrong choice: nothing was judged. */
export class UsageError extends PawlError<'usage'> {}
