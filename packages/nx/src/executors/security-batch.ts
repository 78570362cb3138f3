import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { makeProjectPart, type SecurityOptions } from './make-project-part.ts';
import { outsideOf } from './outside.ts';
import { projectsOf } from './projects.ts';
import { saidOrDone, type Success } from './success.ts';
import { openWorkTree, presentHead } from './work-tree.ts';

/** What Nx wants to hear of each task, as soon as it is done. */
export interface TaskDone {
  readonly task: string;
  readonly result: Success & { readonly terminalOutput: string };
}

/**
 * Makes the parts of many projects in one process: the engines load once, and git is asked once what the files are. Each part is done, and may be cached,
 * as soon as it is made.
 */
export async function* securityBatch(
  { tasks }: TaskGraph,
  options: Readonly<Record<string, SecurityOptions>>,
  _overrides: SecurityOptions,
  nx: ExecutorContext,
): AsyncGenerator<TaskDone> {
  const { context } = outsideOf(nx.root);
  const opened = openTogether(nx);
  for (const [id, { target }] of Object.entries(tasks)) {
    let terminalOutput = '';
    const write = (text: string): void => void (terminalOutput += text);
    const { success } = await saidOrDone({ err: write }, async () => {
      const { head, ...known } = await opened;
      const where = { out: write, context, root: nx.root, ...known };
      await makeProjectPart(target.project, { head, ...options[id] }, where);
      return true;
    });
    yield { task: id, result: { success, terminalOutput } };
  }
}

async function openTogether(nx: ExecutorContext) {
  const { context } = outsideOf(nx.root);
  const { repository, topLevel } = await openWorkTree(context);
  const head = await presentHead(repository, context);
  return { head, repository, projects: await projectsOf(nx, topLevel) };
}
