export { PawlError, isPawlError, type PawlErrorOptions } from './pawl-error.ts';
