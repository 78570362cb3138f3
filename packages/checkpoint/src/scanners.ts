import type { Config } from '@pawl/config';
import type { Adapter, Pin, PinningDoor, Scanner } from '@pawl/scanner';

export type Tier = 'fast' | 'full';

export interface Embedded {
  readonly tiers: readonly Tier[];
  readonly load: () => Promise<Scanner>;
}

export type EmbeddedName = 'secrets' | 'javascript' | 'python';

/** The engines that ship with Pawl. A literal map: nothing is discovered by name in the repository under test. */
export const EMBEDDED: Readonly<Record<EmbeddedName, Embedded>> = {
  secrets: { tiers: ['fast', 'full'], load: async () => (await import('@pawl/scanner-secrets')).secretsScanner },
  javascript: { tiers: ['full'], load: async () => (await import('@pawl/scanner-javascript')).javascriptScanner },
  python: { tiers: ['full'], load: async () => (await import('@pawl/scanner-python')).pythonScanner },
};

/** A tool that the project installs, with its settings. Its adapter is loaded when it is asked for something. */
export interface InstalledTool {
  readonly name: string;
  pin(door: PinningDoor): Promise<Pin>;
  open(pin: Pin): Promise<Scanner>;
}

type Scanners = Config['scanners'];

/** The tools that a configuration turns on, by its key. They run in the full tier only: a commit does not wait for them. */
export const INSTALLED: Readonly<
  Record<Exclude<keyof Scanners, EmbeddedName>, (scanners: Scanners) => readonly InstalledTool[]>
> = {
  semgrep: ({ semgrep }) =>
    semgrep ? [toolOf('semgrep', semgrep, async () => (await import('@pawl/scanner-semgrep')).semgrepAdapter)] : [],
  bandit: ({ bandit }) =>
    bandit ? [toolOf('bandit', {}, async () => (await import('@pawl/scanner-bandit')).banditAdapter)] : [],
  codeql: ({ codeql }) =>
    codeql ? [toolOf('codeql', codeql, async () => (await import('@pawl/scanner-codeql')).codeqlAdapter)] : [],
  sarif: ({ sarif }) =>
    Object.entries(sarif).map(([name, settings]) =>
      toolOf(`sarif:${name}`, settings, async () => (await import('@pawl/scanner-sarif')).sarifAdapter(name)),
    ),
};

/** The embedded scanners that a tier runs, in a fixed order. */
export function embeddedScanners(tier: Tier, enabled: Scanners): Promise<readonly Scanner[]> {
  const names = Object.keys(EMBEDDED) as EmbeddedName[];
  const wanted = names.filter((name) => enabled[name] && EMBEDDED[name].tiers.includes(tier));
  return Promise.all(wanted.map((name) => EMBEDDED[name].load()));
}

export function installedTools(tier: Tier, enabled: Scanners): readonly InstalledTool[] {
  return tier === 'fast' ? [] : Object.values(INSTALLED).flatMap((toolsIn) => toolsIn(enabled));
}

function toolOf<Settings>(name: string, settings: Settings, load: () => Promise<Adapter<Settings>>): InstalledTool {
  return {
    name,
    pin: async (door) => (await load()).pin(settings, door),
    open: async (pin) => (await load()).open(settings, pin),
  };
}
