export { needsValidator } from './needs-validator.ts';
export { sarifErrors } from './sarif-errors.ts';
export { schemaErrors } from './schema-errors.ts';
export { ValidatorError } from './validator-error.ts';
