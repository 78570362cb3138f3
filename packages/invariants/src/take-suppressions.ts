import type { Coverage, Suppression } from '@pawl/findings';
import type { Syntax } from '@pawl/syntax';
import { readSide } from './read-side.ts';
import type { SourceText } from './source-text.ts';

export interface FileSuppressions {
  readonly suppressions: readonly Suppression[];
  readonly coverage: Coverage;
}

/** The suppressions of one file, for the inventory that a lock pins. Throws only where a grammar cannot be loaded. */
export async function takeSuppressions(source: SourceText, syntax: Syntax): Promise<FileSuppressions> {
  const { suppressions, coverage, tree } = await readSide(source, syntax);
  tree?.release();
  return { suppressions: suppressions.map(({ suppression }) => suppression), coverage };
}
