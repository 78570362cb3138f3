import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InitChange } from './init-change.ts';
import { readWorkTreeFile } from './work-tree.ts';

/** A pipeline for a forge to run. */
export interface CiFile {
  /** From the top level. */
  readonly path: string;
  readonly text: string;
  /** What is left for a person to do. */
  readonly note: string;
}

/** Writes a pipeline that is not there yet. Whatever has its name already is somebody's own, and is left alone. */
export async function initCi(
  topLevel: string,
  { path, text, note }: CiFile,
  dryRun: boolean,
): Promise<{ readonly changes: readonly InitChange[]; readonly notes: readonly string[] }> {
  const file = join(topLevel, path);
  const present = await readWorkTreeFile(topLevel, path);
  if (present !== undefined) {
    const isOurs = present.toString('utf8') === text;
    const why = isOurs ? 'the template of this version' : 'is there already, and is left alone';
    return { changes: [{ path: file, action: 'unchanged', why }], notes: [note] };
  }
  if (!dryRun) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  }
  return { changes: [{ path: file, action: 'created', why: 'judges what agents bring in' }], notes: [note] };
}
