import { PawlError } from '@pawl/errors';

/** The parser or a grammar could not be had. Text that does not parse is no error but a result. */
export class GrammarError extends PawlError<'grammar-unreadable' | 'grammar-not-loaded'> {}
