import type { Entry } from './entry.ts';
import { entryFor } from './entry.ts';
import { HARNESSES } from '../../harness-facts.ts';
import type { HarnessId } from '../../harness-id.ts';

/** The lists of hooks that an installation adds to, each with the one entry that is ours. */
export type Wanted = readonly (readonly [event: string, entry: Entry])[];

export function wantedEntries(harness: HarnessId, program: string): Wanted {
  return HARNESSES[harness].installs.map((installed) => [installed.event, entryFor(harness, installed, program)]);
}

/** Copilot CLI and Cursor refuse a whole file that does not name the version of the format; VS Code lets it pass. */
export function needsVersion(harness: HarnessId): boolean {
  return HARNESSES[harness].format === 'flat-json';
}
