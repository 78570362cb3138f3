export { cweName } from './cwe-names.ts';
export { guardJson } from './json-guard.ts';
export { filesAbout } from './files-about.ts';
export { locate } from './locate.ts';
export type { SarifNotification } from './read-notifications.ts';
export type { SarifHash, SarifProvenance } from './read-provenance.ts';
export { type ColumnKind, readSarif, type ReadOptions, type SarifLog, type SarifRun } from './read-sarif.ts';
export type { SarifRule } from './rules.ts';
export { SarifError, type SarifErrorCode } from './sarif-error.ts';
export type {
  BaselineState,
  SarifArtifact,
  SarifFailure,
  SarifInput,
  SarifResultInput,
  SarifRuleInput,
} from './sarif-input.ts';
export { writeSarif } from './write-sarif.ts';
