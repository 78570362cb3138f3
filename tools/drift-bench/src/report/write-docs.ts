import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { betweenMarkers } from './between-markers.ts';

/** Writes the section of `drift.md` and the picture that it shows. */
export async function writeDocs(folder: string, section: string, svg: string): Promise<readonly string[]> {
  const document = join(folder, 'drift.md');
  const picture = join(folder, 'drift-roc.svg');
  const text = betweenMarkers(await textOf(document), section);
  await Promise.all([writeFile(document, text), writeFile(picture, svg)]);
  return [document, picture];
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '# What it stops, measured\n';
    throw error;
  }
}
