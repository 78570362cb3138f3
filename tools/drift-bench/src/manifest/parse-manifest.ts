import { BenchError } from '../bench-error.ts';
import type { ManifestRow } from './manifest-row.ts';
import { rowMistakes } from './row-mistakes.ts';

/**
 * Reads a manifest: one JSON object a line. Ids are unique, and so are commits: one that is a fix and ordinary work at
 * once is neither.
 *
 * @throws BenchError `bad-manifest` that names every bad row at once.
 */
export function parseManifest(text: string, name = 'manifest'): readonly ManifestRow[] {
  const mistakes: string[] = [];
  const rows: ManifestRow[] = [];
  const seen = new Map<string, number>();
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const number = at + 1;
    const value = parseLine(line);
    const found = [...value.mistakes];
    if (found.length === 0) found.push(...repeats(value.row as ManifestRow, number, seen));
    mistakes.push(...found.map((mistake) => `${name}:${number}: ${mistake}`));
    if (found.length === 0) rows.push(value.row as ManifestRow);
  });
  if (mistakes.length > 0) {
    throw new BenchError('bad-manifest', `the manifest has ${mistakes.length} mistakes\n${mistakes.join('\n')}`, {
      next: 'Correct the rows; tools/drift-bench/README.md says what a row is.',
    });
  }
  return rows;
}

function parseLine(line: string): { readonly row: unknown; readonly mistakes: readonly string[] } {
  try {
    const row: unknown = JSON.parse(line);
    return { row, mistakes: rowMistakes(row) };
  } catch (error) {
    return { row: undefined, mistakes: [`it is not JSON: ${(error as Error).message}`] };
  }
}

function repeats({ id, repo, commit }: ManifestRow, number: number, seen: Map<string, number>): readonly string[] {
  const keys = { [`id ${id}`]: `id ${id}`, [`${repo}@${commit}`]: `commit ${commit} of ${repo}` };
  return Object.entries(keys).flatMap(([key, what]) => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, number);
    return first === undefined ? [] : [`${what} is already in line ${first}`];
  });
}
