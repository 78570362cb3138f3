export {
  type Coverage,
  type Examined,
  joinCoverage,
  NO_COVERAGE,
  type NotExamined,
  type NotExaminedCode,
} from './coverage.ts';
export { type Finding, type RawFinding, type Surroundings, toFinding } from './finding.ts';
export { fingerprint, type Identity, normaliseCode } from './fingerprint.ts';
export { isPlainSource, PLAIN_SOURCE } from './is-plain-source.ts';
export type { InvariantFinding } from './invariant-finding.ts';
export type { Location } from './location.ts';
export { compareSeverity, isWorse, SEVERITIES, type Severity, SEVERITY_WEIGHT } from './severity.ts';
export type { Suppression } from './suppression.ts';
