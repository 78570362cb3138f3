import type { Config } from '@pawl/config';
import type { Scanner } from '@pawl/scanner';
import type { Fault } from '@pawl/verdict';
import { faultOf, isFault, type PinOf } from './pins.ts';
import { embeddedScanners, type InstalledTool, installedTools, type Tier } from './scanners.ts';

export interface OpenedScanners {
  readonly embedded: readonly Scanner[];
  readonly installed: readonly Scanner[];
  /** The tools that are turned on and cannot be used. */
  readonly faults: readonly Fault[];
}

/** Everything that a tier scans with. Nothing is spawned but what `pinOf` asks. */
export async function openScanners(tier: Tier, enabled: Config['scanners'], pinOf: PinOf): Promise<OpenedScanners> {
  const [embedded, tools] = await Promise.all([
    embeddedScanners(tier, enabled),
    Promise.all(installedTools(tier, enabled).map((tool) => openTool(tool, pinOf))),
  ]);
  return {
    embedded,
    installed: tools.flatMap((tool) => (isFault(tool) ? [] : [tool])),
    faults: tools.flatMap((tool) => (isFault(tool) ? [tool] : [])),
  };
}

async function openTool(tool: InstalledTool, pinOf: PinOf): Promise<Scanner | Fault> {
  const pin = await pinOf(tool);
  if (isFault(pin)) return pin;
  try {
    return await tool.open(pin);
  } catch (error) {
    return faultOf(error);
  }
}
