import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceShape } from '@pawl/nx-bench';
import { nxWorkspace, type NxWorkspace } from './nx-workspace.ts';
import { mustSucceed } from './run.ts';
import type { AtTheEnd, Files } from './temporary-repository.ts';
import { MODULES } from './workspace.ts';

/** A workspace with the plugin as it was built here, set up and locked: for what does not depend on how it was installed. */
export async function linkedNxWorkspace(
  shape: WorkspaceShape,
  atTheEnd: AtTheEnd,
  more: Files = {},
  prepare: (workspace: NxWorkspace) => Promise<void> = () => Promise.resolve(),
): Promise<NxWorkspace> {
  const workspace = await nxWorkspace(shape, atTheEnd, more);
  await prepare(workspace);
  for (const name of ['@pawl', 'pawl']) {
    await rm(join(workspace.dir, 'node_modules', name), { recursive: true, force: true });
    await symlink(join(MODULES, name), join(workspace.dir, 'node_modules', name));
  }
  mustSucceed(await workspace.nx(['g', '@pawl/nx:init', '--skipPackageJson']));
  await workspace.git('add', '--all');
  await workspace.commit('Set up Pawl');
  mustSucceed(await workspace.pawl(['lock']));
  return workspace;
}
