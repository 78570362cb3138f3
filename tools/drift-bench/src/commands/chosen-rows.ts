import { BenchError } from '../bench-error.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';

export interface Choice {
  readonly set?: string | undefined;
  readonly lang?: string | undefined;
  readonly only?: readonly string[] | undefined;
}

/** @throws BenchError `usage` for an id that no row has, and where nothing is left: a run over nothing says nothing. */
export function chosenRows(rows: readonly ManifestRow[], { set, lang, only }: Choice): readonly ManifestRow[] {
  const unknown = (only ?? []).filter((id) => !rows.some((row) => row.id === id));
  if (unknown.length > 0) throw new BenchError('usage', `the manifest has no ${unknown.join(', ')}`);
  const chosen = rows.filter(
    (row) =>
      (set === undefined || row.set === set) &&
      (lang === undefined || row.lang === lang) &&
      (only === undefined || only.includes(row.id)),
  );
  if (chosen.length === 0) throw new BenchError('usage', 'no row of the manifest is left to run');
  return chosen;
}
