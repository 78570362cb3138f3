import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import type { ProjectFiles } from '@pawl/checkpoint';
import { SECURITY_EXECUTOR } from '../plugin/security-target.ts';

/** A project of the graph, as Pawl and as Nx speak of its place. */
export interface Project extends ProjectFiles {
  /** From the root of the workspace, as Nx has it. */
  readonly folder: string;
  readonly hasPart: boolean;
}

/**
 * Every project with its files. Nx counts a file to the nearest project above it, so what lies in another project is not its own, whether that has a part
 * or not: a part must not depend on more than what its hash is made of.
 *
 * @param topLevel the work tree of the repository, which may lie above the workspace.
 */
export async function projectsOf(
  { root, projectsConfigurations: { projects } }: Pick<ExecutorContext, 'root' | 'projectsConfigurations'>,
  topLevel: string,
): Promise<readonly Project[]> {
  const prefix = relative(await realpath(topLevel), await realpath(root))
    .split(sep)
    .join('/');
  const placed = (folder: string): string => [prefix, folder === '.' ? '' : folder].filter(Boolean).join('/');
  const folders = Object.values(projects).map((project) => placed(project.root));
  return Object.entries(projects).map(([project, { root: folder, targets = {} }]) => {
    const own = placed(folder);
    return {
      project,
      folder,
      root: own,
      nested: folders.filter((other) => other !== own && (own === '' || other.startsWith(`${own}/`))),
      hasPart: Object.values(targets).some(({ executor }) => executor === SECURITY_EXECUTOR),
    };
  });
}
