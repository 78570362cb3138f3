import { join } from 'node:path';
import type { InitChange } from './init-change.ts';
import { createWorkTreeFile, readWorkTreeFile, requireRoom } from './work-tree.ts';

/** A pipeline for a forge to run. */
export interface CiFile {
  /** From the top level. */
  readonly path: string;
  readonly text: string;
  /** What is left for a person to do. */
  readonly note: string;
}

export interface CiPlan {
  readonly changes: readonly InitChange[];
  readonly notes: readonly string[];
  readonly write: () => Promise<void>;
}

/** Plans a pipeline that is not there yet. Whatever has its name already is somebody's own, and is left alone. */
export async function planCi(topLevel: string, { path, text, note }: CiFile): Promise<CiPlan> {
  const file = join(topLevel, path);
  const present = await readWorkTreeFile(topLevel, path);
  if (present === undefined) {
    await requireRoom(topLevel, path);
    const changes: readonly InitChange[] = [{ path: file, action: 'created', why: 'judges what agents bring in' }];
    return { changes, notes: [note], write: () => createWorkTreeFile(topLevel, path, text) };
  }
  const isOurs = present.toString('utf8') === text;
  const why = isOurs ? 'the template of this version' : 'is there already, and is left alone';
  return { changes: [{ path: file, action: 'unchanged', why }], notes: [note], write: () => Promise.resolve() };
}
