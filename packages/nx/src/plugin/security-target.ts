import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TargetConfiguration } from '@nx/devkit';
import { partFile } from '../part-file.ts';
import type { PluginOptions } from './plugin-options.ts';

/** As it is known in executors.json. */
export const SECURITY_EXECUTOR = '@pawl/nx:security';

/** What makes a target for a folder that is a project. */
export type SecurityTarget = (root: string) => TargetConfiguration;

/**
 * What makes the part of one project. It may come from a cache, so all that it depends on is an input: the files of the project that git does not ignore,
 * the one line in which Pawl says what else counts, and the key of the run. Nx adds the version of this package.
 */
export function securityTargets(workspaceRoot: string, { target }: PluginOptions): SecurityTarget {
  const runtime = [`node "${program(workspaceRoot)}"`, ...(target === undefined ? [] : [`"${target}"`])].join(' ');
  return (root) => ({
    executor: SECURITY_EXECUTOR,
    cache: true,
    inputs: ['{projectRoot}/**/*', { runtime }, { env: 'PAWL_RUN_KEY' }],
    outputs: [`{workspaceRoot}/${partFile(root)}`],
    ...(target === undefined ? {} : { options: { target } }),
    configurations: { lock: { whole: true } },
    metadata: {
      technologies: ['pawl'],
      description: 'Finds out of the files of this project what a verdict asks of single files',
    },
  });
}

/** From the root of the workspace: where that lies is another place on every machine, and the command counts into the hash of the task. */
function program(workspaceRoot: string): string {
  const installed = 'node_modules/@pawl/nx/dist/bundle/part-inputs-start.cjs';
  if (existsSync(join(workspaceRoot, installed))) return installed;
  const own = fileURLToPath(new URL('../bundle/part-inputs-start.cjs', import.meta.url));
  return relative(workspaceRoot, own).split(sep).join('/');
}
