import { loopRef } from '../loop/loop-ref.ts';
import { readEntry, type StoredEntry } from '../loop/read-entry.ts';
import { requireLink } from '../loop/require-link.ts';
import type { LoopStore } from '../ports.ts';
import type { Entry } from '../loop/walk-loop.ts';

/**
 * The entries of a loop, newest first, each read strictly and checked against the one before it: for who wants the last
 * few of ten thousand. Nothing when the loop has no record.
 *
 * @throws LedgerError `corrupt-loop` that names the entry.
 */
export async function* walkBack(store: LoopStore, loop: string, tip?: string): AsyncGenerator<Entry, void> {
  const newest = tip ?? (await store.readRef(loopRef(loop)));
  if (newest === undefined) return;
  const objects = store.openObjects();
  try {
    let entry: StoredEntry = await readEntry(objects, newest, loop);
    for (;;) {
      const before: StoredEntry | undefined =
        entry.parent === undefined ? undefined : await readEntry(objects, entry.parent, loop);
      await requireLink(objects, before, entry);
      const { commit, statement, text, signature, sealedId } = entry;
      const sealed = sealedId === undefined ? undefined : await objects.blob(sealedId);
      yield { commit, statement, text, signature, sealed };
      if (before === undefined) return;
      entry = before;
    }
  } finally {
    objects.close();
  }
}
