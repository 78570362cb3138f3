export type { Failed } from './failed.ts';
export { findTool } from './find-tool.ts';
export { type Laid, layOut } from './lay-out.ts';
export { type PrivateFolder, withPrivateFolder } from './private-folder.ts';
export { onEarlyEnd } from './on-early-end.ts';
export { familyOf, type ProcessFamily } from './process-family.ts';
export { prepareResult, readResult } from './read-result.ts';
export { run, type RunOptions } from './run.ts';
export { type Ended, type LimitedSpawn, type Limits, spawnLimited } from './spawn-limited.ts';
