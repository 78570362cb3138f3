import { PawlError } from '@pawl/errors';

/** `no-such-loop`: nothing was judged under the name that was given. */
export class ReportError extends PawlError<'no-such-loop'> {}
