export { resolveTool } from './resolve-tool.ts';
export { run, type RunOptions } from './run.ts';
export type { CommandResult } from './spawn-limited.ts';
