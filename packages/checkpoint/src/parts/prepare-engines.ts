import * as eslint from '@pawl/scanner-javascript/aside';
import * as ruff from '@pawl/scanner-python/aside';

const ENGINES = [eslint, ruff];

/**
 * Lets the engines that have a thread of their own load what they will need for files of these names: to load them is most of what a small change costs.
 * Nothing that is found depends on it, so whoever guesses wrong loses a little time; whatever fails here fails again where it counts. Nothing else is
 * loaded, so that it can be the first thing that a process does.
 */
export function prepareEngines(files: readonly string[], engines: readonly Preparable[] = ENGINES): void {
  for (const { owes, examineAside } of engines) examineAside.prepare(files.filter(owes));
}

interface Preparable {
  readonly owes: (file: string) => boolean;
  readonly examineAside: { readonly prepare: (files: readonly string[]) => void };
}
