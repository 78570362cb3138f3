import { mkdir, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withChainLock } from '../chain-lock.ts';
import { LedgerError } from '../ledger-error.ts';
import type { KeptStore } from '../ports.ts';
import { forgetKept, type KeptTree, listKept, noteKept } from './kept-notes.ts';

export { type KeptTree, listKept } from './kept-notes.ts';

/**
 * Keeps the objects of a case, but for those of its base, from git's garbage collection without a ref: a ref under any
 * name is pushed by `push --mirror`, and what is judged may not be for others to see. Keeping twice is keeping once.
 *
 * @throws LedgerError `store-unusable`, `chain-busy`; what the store throws when an object is missing.
 */
export async function keepTree(store: KeptStore, wanted: Omit<KeptTree, 'pack'>): Promise<void> {
  await alone(store, async () => {
    const known = (await listKept(store.commonDir)).find(
      (note) => note.case === wanted.case && note.tree === wanted.tree,
    );
    if (known !== undefined && (await isWhole(store, known.pack))) return;
    const draft = join(store.commonDir, 'objects', 'pawl-draft');
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft);
    try {
      const pack = await store.packTree({ tree: wanted.tree, without: wanted.base, prefix: join(draft, 'pack') });
      // The note goes first: what it names can be made again, but a pack that no note names is never let go.
      await noteKept(store.commonDir, { ...wanted, pack });
      await install(store, draft, pack);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
}

/**
 * Lets git collect the objects of a case again. The pack itself stays, as an ordinary one: its tree may have been committed
 * since, and git keeps no second copy of what a kept pack holds.
 *
 * @throws LedgerError `store-unusable`, `chain-busy`
 */
export async function dropTree(store: Pick<KeptStore, 'commonDir'>, caseNumber: string): Promise<void> {
  await alone(store, async () => {
    const notes = await listKept(store.commonDir);
    const dropped = notes.find((note) => note.case === caseNumber);
    if (dropped === undefined) return;
    const isShared = notes.some((note) => note !== dropped && note.pack === dropped.pack);
    if (!isShared) await unlink(join(packFolder(store), `pack-${dropped.pack}.keep`)).catch(unlessGone);
    await forgetKept(store.commonDir, caseNumber);
  });
}

/** `.keep` before the pack and the index last, as git itself does: what is seen as a pack is whole, and is kept. */
async function install(store: KeptStore, draft: string, pack: string): Promise<void> {
  const folder = packFolder(store);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `pack-${pack}.keep`), 'pawl keeps a case\n');
  const files = (await readdir(draft)).sort((a, b) => Number(a.endsWith('.idx')) - Number(b.endsWith('.idx')));
  for (const file of files) await rename(join(draft, file), join(folder, file));
}

async function isWhole(store: KeptStore, pack: string): Promise<boolean> {
  const parts = ['keep', 'pack', 'idx'].map((end) => join(packFolder(store), `pack-${pack}.${end}`));
  const found = await Promise.all(parts.map((part) => stat(part).catch(unlessGone)));
  return found.every((stats) => stats !== undefined);
}

function packFolder({ commonDir }: Pick<KeptStore, 'commonDir'>): string {
  return join(commonDir, 'objects', 'pack');
}

async function alone(store: Pick<KeptStore, 'commonDir'>, work: () => Promise<void>): Promise<void> {
  try {
    await withChainLock(store.commonDir, 'pawl/kept', work);
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new LedgerError('store-unusable', `the objects of a case cannot be kept: ${cause.message}`, {
      next: 'make the git folder writable, with space left, and run the command again',
      cause,
    });
  }
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
