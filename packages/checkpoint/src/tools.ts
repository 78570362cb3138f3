import type { PinnedTool } from '@pawl/ledger';
import type { Scanner } from '@pawl/scanner';
import type { Fault } from '@pawl/verdict';
import { OWN_ENGINES } from './engines.ts';

/** A tool that judges, by all that decides what it finds. */
export type Tool = Omit<PinnedTool, 'rules'>;

/** Before the name of a tool that is known by a log alone. */
const LOG_PREFIX = 'log:';

export function isLog({ name }: Pick<Tool, 'name'>): boolean {
  return name.startsWith(LOG_PREFIX);
}

/** Everything that will judge, with the version and the digest of its rules. */
export function toolsOf(scanners: readonly Scanner[]): readonly Tool[] {
  return [...OWN_ENGINES, ...scanners.map(({ name, version, rulesDigest }) => ({ name, version, rulesDigest }))];
}

/**
 * Tools that are not the ones the lock was made with. Another version makes old findings look fixed and hides new ones
 * (E13), so its answer is not an answer.
 */
export function toolFaults(tools: readonly Tool[], locked: readonly Tool[]): readonly Fault[] {
  return tools.flatMap((tool) => {
    const known = locked.find(({ name }) => name === tool.name);
    if (known && known.version === tool.version && known.rulesDigest === tool.rulesDigest) return [];
    const then = known ? `${known.version} (rules ${known.rulesDigest.slice(0, 8)})` : 'absent';
    return [
      {
        code: 'tool-changed',
        message: `${tool.name} is ${tool.version} (rules ${tool.rulesDigest.slice(0, 8)}) here, and ${then} in the lock`,
        next: 'install the version of pawl that made the lock (npm ci), or let a person lock again: pawl lock',
      },
    ];
  });
}
