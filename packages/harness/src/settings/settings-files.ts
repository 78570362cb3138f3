import { HARNESSES } from '../harness-facts.ts';
import type { HarnessId } from '../harness-id.ts';

/** The files that an installation touches, relative to the repository. */
export function settingsFiles(harness: HarnessId): readonly string[] {
  const { format, settings, installs } = HARNESSES[harness];
  return format === 'scripts' ? installs.map(({ event }) => `${settings}/${event}`) : [settings];
}
