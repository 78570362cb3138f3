export { readSarif, type ReadOptions, type SarifLog, type SarifRun } from './read-sarif.ts';
export type { SarifRule } from './rules.ts';
export { SarifError, type SarifErrorCode } from './sarif-error.ts';
export { type SarifInput, type SarifResultInput, writeSarif } from './write-sarif.ts';
