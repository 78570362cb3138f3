import type { ExecutorContext } from '@nx/devkit';
import { outsideOf } from './outside.ts';
import { makeProjectPart, type SecurityOptions } from './make-project-part.ts';
import { projectsOf } from './projects.ts';
import { saidOrDone, type Success } from './success.ts';
import { openWorkTree } from './work-tree.ts';

/** Makes the part of one project. */
export function securityExecutor(options: SecurityOptions, nx: ExecutorContext): Promise<Success> {
  const outside = outsideOf(nx.root);
  return saidOrDone(outside, async () => {
    const { repository, topLevel } = await openWorkTree(outside.context);
    const projects = await projectsOf(nx, topLevel);
    await makeProjectPart(nx.projectName, options, { ...outside, root: nx.root, repository, projects });
    return true;
  });
}
