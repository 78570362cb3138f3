import type { Config } from '@pawl/config';
import type { PinnedTool } from '@pawl/ledger';
import { configToLock } from './config-to-lock.ts';
import { type Context, repositoryOf } from './context.ts';
import { contractsToLock } from './contracts/contracts-text.ts';
import { pinAll } from './pin-all.ts';
import { pinningDoor } from './pins.ts';
import { runnerFor } from './runner.ts';

/** All that decides, as a lock that is made now would pin it. Plain data, so that another process may judge by it. */
export interface Standard {
  readonly config: Config;
  /** The tools that the project installs, with their rules. */
  readonly tools: readonly PinnedTool[];
  /** The text of the contracts; absent where the project promises nothing. */
  readonly contracts: string | undefined;
}

/**
 * Reads what is on disk, or in a bare repository at HEAD, and asks each tool once. Nothing is stored.
 *
 * @throws ConfigError for a configuration that cannot be used, AdapterError for a tool that cannot.
 */
export async function presentStandard(directory: string | undefined, context: Context): Promise<Standard> {
  const repository = await repositoryOf(context, directory);
  const commit = await repository.resolveCommit('HEAD');
  const config = await configToLock(repository, commit);
  const run = runnerFor(repository, context, config.limits);
  return {
    config,
    tools: await pinAll(config, pinningDoor(repository, commit, run)),
    contracts: await contractsToLock(repository, commit),
  };
}
