import { PawlError } from '@pawl/errors';

/** `not-a-report`: what lies there is nothing that we wrote. `not-written`: the system says why. */
export class ReportFileError extends PawlError<'not-a-report' | 'not-written'> {}
