import type { WorkspaceShape } from '@pawl/nx-bench';
import { localRegistry } from './local-registry.ts';
import { nxWorkspace, type NxWorkspace } from './nx-workspace.ts';
import { mustSucceed } from './run.ts';
import type { AtTheEnd, Files } from './temporary-repository.ts';

/** A workspace in which a person has added `@pawl/nx` as it is published, committed what that set up, and locked `main`. */
export async function gatedNxWorkspace(
  shape: WorkspaceShape,
  atTheEnd: AtTheEnd,
  more: Files = {},
): Promise<NxWorkspace> {
  const workspace = await nxWorkspace(shape, atTheEnd, more);
  const { env } = await localRegistry(workspace.root, atTheEnd);
  mustSucceed(await workspace.nx(['add', '@pawl/nx'], { env }));
  await workspace.git('add', '--all');
  await workspace.commit('Set up Pawl');
  mustSucceed(await workspace.pawl(['lock']));
  return workspace;
}
