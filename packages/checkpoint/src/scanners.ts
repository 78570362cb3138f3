import type { Scanner } from '@pawl/scanner';

export type Tier = 'fast' | 'full';

export interface Entry {
  readonly tiers: readonly Tier[];
  readonly load: () => Promise<Scanner>;
}

export type ScannerName = 'secrets' | 'javascript' | 'python';

/** Every scanner there is. A literal map: nothing is discovered by name in the repository under test. */
export const SCANNERS: Readonly<Record<ScannerName, Entry>> = {
  secrets: { tiers: ['fast', 'full'], load: async () => (await import('@pawl/scanner-secrets')).secretsScanner },
  javascript: { tiers: ['full'], load: async () => (await import('@pawl/scanner-javascript')).javascriptScanner },
  python: { tiers: ['full'], load: async () => (await import('@pawl/scanner-python')).pythonScanner },
};

/** The scanners that a tier runs, by name, in a fixed order. */
export function scannersOf(tier: Tier, enabled: Readonly<Record<ScannerName, boolean>>): Promise<readonly Scanner[]> {
  const names = Object.keys(SCANNERS) as ScannerName[];
  const wanted = names.filter((name) => enabled[name] && SCANNERS[name].tiers.includes(tier));
  return Promise.all(wanted.map((name) => SCANNERS[name].load()));
}
