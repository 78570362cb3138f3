import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateNodesContext, CreateNodesResultArray } from '@nx/devkit';
import {
  buildPackageJsonPatterns,
  buildPackageJsonWorkspacesMatcher,
} from 'nx/src/plugins/package-json/create-nodes.js';
import { hasCode } from './has-code.ts';
import { type PluginOptions, targetNames } from './plugin-options.ts';
import { projectRoots } from './project-roots.ts';
import { rootTargets } from './root-targets.ts';
import { securityTargets } from './security-target.ts';

/** No npm package and no folder can have this name, so that no project of a workspace has it already. */
const ROOT_NAME = '@pawl/nx/root';

/**
 * A target for each project that has code, and on the root what judges and locks all of them together. It adds to projects and makes none, but for the
 * root where nobody else does: only then it has a name to give.
 */
export function createSecurityNodes(
  manifests: readonly string[],
  given: PluginOptions | undefined,
  { workspaceRoot }: CreateNodesContext,
): CreateNodesResultArray {
  const options = given ?? {};
  const names = targetNames(options);
  const roots = projectRoots(manifests, options.manifests ?? [], workspacesOf(workspaceRoot));
  const folders = new Set(roots.keys());
  const targetOf = securityTargets(workspaceRoot, options);
  const withCode = new Set(['.', ...folders].filter((folder) => hasCode(workspaceRoot, folder, folders)));
  const root = {
    root: '.',
    ...(roots.has('.') ? {} : { name: ROOT_NAME }),
    targets: {
      ...rootTargets(names, options),
      ...(withCode.has('.') ? { [names.security]: targetOf('.') } : {}),
    },
  };
  const others = [...roots].filter(([folder]) => folder !== '.' && withCode.has(folder));
  return [
    [roots.get('.') ?? 'nx.json', { projects: { '.': root } }],
    ...others.map(([folder, manifest]) => {
      const targets = { [names.security]: targetOf(folder) };
      return [manifest, { projects: { [folder]: { root: folder, targets } } }] as const;
    }),
  ];
}

/** Whether a `package.json` belongs to a workspace, as Nx itself decides it: any other makes no project. */
function workspacesOf(workspaceRoot: string): (manifest: string) => boolean {
  const readJson = (file: string): object => JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8')) as object;
  return buildPackageJsonWorkspacesMatcher(buildPackageJsonPatterns(workspaceRoot, readJson));
}
