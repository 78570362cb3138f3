import { createHash } from 'node:crypto';
import type { Cache } from '@pawl/cache';
import type { Suppression } from '@pawl/findings';
import {
  INVARIANTS,
  INVARIANTS_DIGEST,
  suppressionsInSettings,
  takeDefences,
  takeSuppressions,
} from '@pawl/invariants';
import { languageOf, type Syntax } from '@pawl/syntax';
import { type FileFacts, factsBy } from '../file-facts.ts';
import { isOwedStructure } from '../judge-structure.ts';
import { isListOf, isRecord, isText } from '../plain-data.ts';

export interface Defences {
  readonly file: string;
  /** The name of what each one does, as often as it stands there. */
  readonly defences: readonly string[];
}

export interface Silenced {
  readonly file: string;
  readonly suppressions: readonly Suppression[];
}

/** The defences that stand in files. */
export function defencesBy(syntax: Syntax, cache: () => Promise<Cache | undefined>): FileFacts<Defences> {
  return factsBy<Defences>(
    {
      name: ['defences', INVARIANTS, INVARIANTS_DIGEST],
      find: async (version) => {
        const found = await takeDefences(version, syntax);
        return found === undefined || found.length === 0 ? null : { file: version.file, defences: found.map(nameOf) };
      },
      isFact: (value) => isRecord<Defences>(value) && isText(value.file) && isListOf(value.defences, isText),
    },
    cache,
  );
}

export function mayHaveDefences(path: string): boolean {
  return languageOf(path) !== undefined;
}

/** What files silence, as an inventory counts it. Nothing of it is kept by itself: only what changed is asked for. */
export function suppressionsBy(syntax: Syntax): FileFacts<Silenced> {
  return factsBy<Silenced>(
    {
      name: ['suppressions', INVARIANTS, INVARIANTS_DIGEST],
      find: async (version) => {
        const inCode = isOwedStructure(version) ? (await takeSuppressions(version, syntax)).suppressions : [];
        const inSettings = (await suppressionsInSettings(version.file, version.text))?.suppressions ?? [];
        const suppressions = [...inCode, ...inSettings];
        return suppressions.length === 0 ? null : { file: version.file, suppressions };
      },
      isFact: () => false,
    },
    () => Promise.resolve(undefined),
  );
}

/** What a defence does may be as long as the condition of a guard. */
function nameOf(defence: string): string {
  return createHash('sha256').update(defence).digest('hex').slice(0, 16);
}
