export type { FileSummary } from './file-summary.ts';
export { REACH_DIGEST, REACH_VERSION } from './identity.ts';
export { linkPaths, type LinkOptions, type LinkResult } from './link/link-paths.ts';
export { type CompareOptions, newUnguardedPaths, REACH, type ReachFinding } from './new-unguarded-paths.ts';
export type { Path, PathHop } from './path.ts';
export { REACH_RULES } from './rules.ts';
export type { SinkKind, SourceKind } from './sink-kind.ts';
export type { Mark, Marks, SinkMark } from './marks.ts';
export { isFollowed, summarise } from './summarise.ts';
