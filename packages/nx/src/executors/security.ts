import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { prepareEngines } from '@pawl/checkpoint';
import { partFile } from '../part-file.ts';
import { outsideOf } from './outside.ts';
import { makeProjectPart, type SecurityOptions } from './make-project-part.ts';
import { projectsOf } from './projects.ts';
import { saidOrDone, type Success } from './success.ts';
import { openWorkTree } from './work-tree.ts';
import { writtenSince } from './written-since.ts';

/** Makes the part of one project. */
export function securityExecutor(options: SecurityOptions, nx: ExecutorContext): Promise<Success> {
  const outside = outsideOf(nx.root);
  // Before git is asked for anything: what was written since the last part is what the scanners will be asked about.
  prepareEngines(writtenSinceLastPart(nx)).catch(() => undefined);
  return saidOrDone(outside, async () => {
    const { repository, topLevel } = await openWorkTree(outside.context);
    const projects = await projectsOf(nx, topLevel);
    await makeProjectPart(nx.projectName, options, { ...outside, root: nx.root, repository, projects });
    return true;
  });
}

function writtenSinceLastPart({ root, projectName = '', projectsConfigurations }: ExecutorContext): readonly string[] {
  const project = projectsConfigurations.projects[projectName];
  return project === undefined ? [] : writtenSince(join(root, project.root), join(root, partFile(project.root)));
}
