// What Nx starts for each task that it finds in no cache.
import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { optimiseLate } from '@pawl/checkpoint/optimise-late';
import { prepareEngines } from '@pawl/checkpoint/prepare-engines';
import { runCompiled } from '@pawl/compiled';
import { partFile } from '../part-file.ts';
import type { SecurityOptions } from './make-project-part.ts';
import type * as program from './security.ts';
import type { Success } from './success.ts';
import { writtenSince } from './written-since.ts';

/** Put in when the program is bundled. */
declare const pawlDigest: string;

/** Makes the part of one project. */
export function securityExecutor(options: SecurityOptions, nx: ExecutorContext): Promise<Success> {
  // First of all: compiled code is good for the very flags that it was compiled with.
  if (options.whole !== true) optimiseLate();
  // Before anything else is loaded: what was written since the last part is what the engines will be asked about.
  guess(nx);
  const file = new URL('./security.cjs', import.meta.url);
  const loaded = runCompiled({ file, digest: pawlDigest }, (name) => import(name)) as typeof program;
  return loaded.securityExecutor(options, nx);
}

function guess({ root, projectName = '', projectsConfigurations }: ExecutorContext): void {
  const project = projectsConfigurations.projects[projectName];
  if (project === undefined) return;
  try {
    prepareEngines(writtenSince(join(root, project.root), join(root, partFile(project.root))));
  } catch {
    // An engine that cannot be started says so when it is asked.
  }
}
