import type { TargetConfiguration } from '@nx/devkit';
import type { PluginOptions, TargetNames } from './plugin-options.ts';

/**
 * What is asked of all projects together. Neither may come from a cache: a verdict that somebody else wrote is none (C06). The parts of all projects come
 * first, and not of the affected ones only (C05).
 */
export function rootTargets(
  { security, verdict, lock }: TargetNames,
  { target }: PluginOptions,
): Readonly<Record<string, TargetConfiguration>> {
  const shared = {
    cache: false,
    dependsOn: [{ projects: '*', target: security }],
    ...(target === undefined ? {} : { options: { target } }),
  };
  const metadata = (description: string) => ({ technologies: ['pawl'], description });
  return {
    [verdict]: {
      executor: '@pawl/nx:verdict',
      ...shared,
      metadata: metadata('Judges the whole repository over the parts of all projects'),
    },
    [lock]: {
      executor: '@pawl/nx:lock',
      ...shared,
      configurations: { lock: {} },
      metadata: metadata('Locks the whole repository as the state that may not get worse'),
    },
  };
}
