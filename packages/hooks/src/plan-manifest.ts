import { join } from 'node:path';
import type { HookFacts } from './hook-facts.ts';
import { type Part, planWrite } from './plan-step.ts';
import { prepareManifest } from './prepare-script.ts';

/** The package.json of a project that has one, so that `npm install` sets the hooks up again. */
export function planManifest({ topLevel, manifest }: HookFacts): Part {
  if (manifest === undefined) return { steps: [], notes: [] };
  const before = manifest.bytes.toString();
  const { text, notes } = prepareManifest(before);
  // Unchanged bytes are kept as bytes: decoding could have replaced some that are not UTF-8.
  if (text === before) return { steps: [], notes };
  const why = 'npm install sets the hooks up again';
  const path = join(topLevel, 'package.json');
  return {
    steps: [planWrite({ path, bytes: Buffer.from(text), executable: manifest.executable, why, before: manifest })],
    notes,
  };
}
