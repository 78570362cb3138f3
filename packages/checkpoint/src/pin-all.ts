import type { Config } from '@pawl/config';
import type { PinnedTool } from '@pawl/ledger';
import type { PinningDoor } from '@pawl/scanner';
import { installedTools } from './scanners.ts';

/** One after the other, so that of several tools that cannot be used the first is told. */
export async function pinAll(config: Config, door: PinningDoor): Promise<readonly PinnedTool[]> {
  const pinned: PinnedTool[] = [];
  for (const tool of installedTools('full', config.scanners))
    pinned.push({ name: tool.name, ...(await tool.pin(door)) });
  return pinned;
}

export function pinOf(pinned: readonly PinnedTool[], name: string): PinnedTool {
  return pinned.find((one) => one.name === name) as PinnedTool;
}
