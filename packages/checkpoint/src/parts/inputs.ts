import { createHash } from 'node:crypto';
import { canonicalJson } from '@pawl/baseline';
import type { Config } from '@pawl/config';
import type { StoredLock } from '@pawl/ledger';
import { ENGINE_VERSION } from '../engine-version.ts';
import { ENGINES } from '../engines.ts';
import type { Tool } from '../tools.ts';

/** All that decides what is found out of a file by a lock. The commit of a lock holds its configuration, its contracts, its tools and their rules. */
export function inputsByLock({ commit }: Pick<StoredLock, 'commit'>, baseTree: string): string {
  return digestOf({ kind: 'lock', lock: commit, base: baseTree });
}

/** The same where there is no lock, or where one is about to be made. */
export interface Unlocked {
  readonly config: Config;
  readonly contracts: string | undefined;
  readonly tools: readonly Tool[];
}

export function inputsUnlocked({ config, contracts, tools }: Unlocked): string {
  return digestOf({
    kind: 'whole',
    config,
    contracts: contracts ?? null,
    tools: tools.map(({ name, version, rulesDigest }) => ({ name, version, rulesDigest })),
  });
}

/** Whatever this version of every engine is asked to do. */
export function digestOf(judge: object): string {
  const all = { judge, engine: ENGINE_VERSION, engines: ENGINES };
  return createHash('sha256').update(canonicalJson(all)).digest('hex');
}
