import { BenchError } from '../bench-error.ts';
import type { ManifestRow } from './manifest-row.ts';
import { parseManifest } from './parse-manifest.ts';
import { FIELDS } from './row-mistakes.ts';

/**
 * The text of a manifest with more rows at its end, each with its fields in the usual order. `set` is given to rows that
 * have none, and the words that a miner copied from ordinary commits are left out.
 *
 * @throws BenchError `bad-manifest` where the whole would not be a good manifest; nothing is added then.
 */
export function addRows(manifest: string, added: string, set: ManifestRow['set']): string {
  const lines = added.split('\n').filter((line) => line.trim() !== '');
  const before = manifest === '' || manifest.endsWith('\n') ? manifest : `${manifest}\n`;
  const text = before + lines.map((line, at) => `${canonical(line, at + 1, set)}\n`).join('');
  parseManifest(text);
  return text;
}

function canonical(line: string, number: number, set: ManifestRow['set']): string {
  const row: Readonly<Record<string, unknown>> = { set, ...readRow(line, number) };
  const known = Object.keys(FIELDS).filter((name) => name in row);
  const others = Object.keys(row).filter((name) => !(name in FIELDS));
  const value = (name: string): unknown => (name === 'note' && row['label'] === 'benign' ? '' : row[name]);
  return JSON.stringify(Object.fromEntries([...known, ...others].map((name) => [name, value(name)])));
}

function readRow(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new BenchError('bad-manifest', `line ${number} of the added rows is not JSON`, { cause });
  }
}
