import type { SourceText } from '@pawl/invariants';
import { protectionOf } from '@pawl/verdict';
import type { ChangedFile } from './read-change.ts';
import { pathsOfSides, type Trees } from './trees-of.ts';
import { textsOf } from './versions.ts';

/** What head says to scanners and did not change: a file may move to where they do not look. */
export async function scannerSettings(files: readonly ChangedFile[], trees: Trees): Promise<readonly SourceText[]> {
  const { head: changed } = pathsOfSides(files);
  const tree = await trees.head();
  const settings = tree.entries.filter(({ path }) => protectionOf(path) === 'scanner' && !changed.has(path));
  return textsOf(await tree.read(settings));
}
