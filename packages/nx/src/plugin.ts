import type { CreateNodes } from '@nx/devkit';
import { createSecurityNodes } from './plugin/create-security-nodes.ts';
import { MANIFESTS } from './plugin/manifests.ts';
import type { PluginOptions } from './plugin/plugin-options.ts';

/**
 * What Nx asks at each change of the workspace, so nothing of the engines is loaded here. The files of the pattern make projects, and no code is among
 * them: Nx takes every project for affected where one of these is deleted.
 */
export const createNodes: CreateNodes<PluginOptions> = [MANIFESTS, createSecurityNodes];

/** The name that Nx had for it before version 23. */
export const createNodesV2: CreateNodes<PluginOptions> = createNodes;
