export { createNodes, createNodesV2 } from './plugin.ts';
export type { PluginOptions } from './plugin/plugin-options.ts';
