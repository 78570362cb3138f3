import { type HarnessId, uninstallHarness } from '@pawl/harness';
import { type Context, repositoryOf } from './context.ts';
import { setupOf } from './init-harness.ts';
import { type Initialised, requireWorkTree } from './init.ts';

export interface RemoveHarnessRequest {
  readonly directory: string | undefined;
  readonly harnesses: readonly HarnessId[];
  readonly dryRun: boolean;
}

/** Takes our hooks out of the settings of harnesses, and does nothing else. */
export async function removeHarness(
  { directory, harnesses, dryRun }: RemoveHarnessRequest,
  context: Context,
): Promise<Initialised> {
  const { topLevel, commonDir } = requireWorkTree(await repositoryOf(context, directory));
  const removed = [];
  for (const harness of harnesses) await uninstallHarness({ root: topLevel, harness, dryRun: true });
  for (const harness of harnesses)
    removed.push(setupOf(topLevel, harness, await uninstallHarness({ root: topLevel, harness, dryRun })));
  return {
    topLevel,
    commonDir,
    changes: removed.flatMap(({ changes }) => changes),
    notes: removed.flatMap(({ notes }) => notes),
  };
}
