import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ManifestRow } from './manifest-row.ts';
import { parseManifest } from './parse-manifest.ts';

/** The manifest that belongs to this package. */
export const OWN_MANIFEST: string = fileURLToPath(new URL('../../manifest.jsonl', import.meta.url));

/** @throws BenchError `bad-manifest` that names every bad row at once. */
export async function readManifest(file: string = OWN_MANIFEST): Promise<readonly ManifestRow[]> {
  return parseManifest(await readFile(file, 'utf8'), file);
}
