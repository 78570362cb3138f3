import { EMBEDDED } from '../scanners.ts';

/**
 * Lets the engines that have a thread of their own load what they will need for files of these names: to load them is most of what a small change costs.
 * Nothing that is found depends on it, so whoever guesses wrong loses a little time; whatever fails here fails again where it counts.
 */
export async function prepareEngines(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  for (const { load } of [EMBEDDED.javascript, EMBEDDED.python]) {
    const scanner = await load();
    scanner.prepare?.(files.filter((file) => scanner.owes(file)));
  }
}
