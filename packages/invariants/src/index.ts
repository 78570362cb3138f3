export { INVARIANTS } from './defence-kind.ts';
export { INVARIANTS_DIGEST, INVARIANTS_VERSION } from './identity.ts';
export { type InvariantResult, judgeInvariants } from './judge-invariants.ts';
export type { FilePair, SourceText } from './source-text.ts';
export { type FileSuppressions, takeSuppressions } from './take-suppressions.ts';
