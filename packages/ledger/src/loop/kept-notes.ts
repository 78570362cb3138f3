import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from '../ledger-error.ts';

/** Whose objects a pack keeps. Noted beside the case, in the common git folder: no ref and no other clone knows of it. */
export interface KeptTree {
  readonly case: string;
  readonly tree: string;
  readonly base: string;
  /** The name of the pack, between `pack-` and `.pack`. */
  readonly pack: string;
}

/** The notes that there are. One that cannot be read is an error: whatever it names would be lost quietly. */
export async function listKept(commonDir: string): Promise<readonly KeptTree[]> {
  const folder = noteFolder(commonDir);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unusable(folder, error);
  });
  const notes = names.filter((name) => /^[0-9a-f]{8}\.json$/u.test(name)).sort();
  return Promise.all(notes.map((name) => readNote(join(folder, name), name.slice(0, 8))));
}

/** By rename, so that a note is there as a whole or not at all. */
export async function noteKept(commonDir: string, note: KeptTree): Promise<void> {
  const folder = noteFolder(commonDir);
  const draft = join(folder, 'draft');
  await mkdir(folder, { recursive: true });
  await writeFile(draft, `${JSON.stringify(note, null, 2)}\n`);
  await rename(draft, join(folder, `${note.case}.json`));
}

export async function forgetKept(commonDir: string, caseNumber: string): Promise<void> {
  await unlink(join(noteFolder(commonDir), `${caseNumber}.json`));
}

async function readNote(file: string, caseNumber: string): Promise<KeptTree> {
  try {
    const note = JSON.parse(await readFile(file, 'utf8')) as KeptTree;
    const ids = [note.tree, note.base, note.pack];
    if (note.case !== caseNumber || !ids.every((id) => /^[0-9a-f]{40,64}$/u.test(id)))
      throw new Error('it is not a note of a kept tree');
    return note;
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function noteFolder(commonDir: string): string {
  return join(commonDir, 'pawl', 'kept');
}

function unusable(file: string, cause: unknown): LedgerError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new LedgerError('store-unusable', `${file} cannot be used: ${why}`, {
    next: 'move it away; the objects that it named are kept until their pack is removed by hand',
    cause,
  });
}
