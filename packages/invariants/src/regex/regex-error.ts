import { PawlError } from '@pawl/errors';

/**
 * Why a regular expression could not be judged: `invalid` where its own language refuses it or the parser does not know the
 * syntax, `unsupported` where it is read but means more than a regular language, `too-large` where a limit was reached.
 */
export type RegexErrorCode = 'invalid' | 'unsupported' | 'too-large';

export class RegexError extends PawlError<RegexErrorCode> {}
