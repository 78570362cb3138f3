import type { LoopStore, ObjectSource } from '../ports.ts';
import { orCorrupt, readEntry, type StoredEntry } from './read-entry.ts';
import { readLastLink } from './read-tip.ts';
import { requireLink } from './require-link.ts';
import type { Statement } from './statement.ts';
import { openReader } from './with-objects.ts';

/** An entry of a chain, as it stands there. Who signed it is for the reader to find out. */
export interface Entry {
  readonly commit: string;
  readonly statement: Statement;
  /** The bytes that a signature is over, and that the next entry names by digest. */
  readonly text: string;
  /** Armored, as it was found. */
  readonly signature: string | undefined;
  readonly sealed: Uint8Array | undefined;
}

/**
 * Every entry of a loop, oldest first, each read strictly and checked against the one before it. Every object that the
 * chain is made of is read, so that none is damaged unseen. Nothing when the loop has no record.
 *
 * @throws LedgerError `corrupt-loop` that names the entry. What came before it was given out, and holds.
 */
export async function* walkLoop(store: LoopStore, loop: string): AsyncGenerator<Entry, void> {
  const objects = openReader(store);
  try {
    const tip = await readLastLink(store, objects, loop);
    let before: StoredEntry | undefined;
    for (const commit of await commitsUpTo(objects, tip)) {
      const entry = await readEntry(objects, commit, loop);
      await requireLink(objects, before, entry);
      yield await complete(objects, entry, loop);
      before = entry;
    }
  } finally {
    objects.close();
  }
}

/** From commit to commit, since `git log` believes a `.git/shallow` that anybody can write. */
async function commitsUpTo(objects: ObjectSource, tip: StoredEntry | undefined): Promise<readonly string[]> {
  if (tip === undefined) return [];
  return orCorrupt(`${JSON.stringify(tip.statement.predicate.loop)}, up to commit ${tip.commit}`, async () => {
    const commits: string[] = [];
    for (let next: string | undefined = tip.commit; next !== undefined;) {
      commits.push(next);
      next = (await objects.commit(next)).parents[0];
    }
    return commits.reverse();
  });
}

async function complete(objects: ObjectSource, entry: StoredEntry, loop: string): Promise<Entry> {
  const { commit, statement, text, signature, sealedId } = entry;
  const sealed =
    sealedId === undefined
      ? undefined
      : await orCorrupt(`${JSON.stringify(loop)}, commit ${commit}`, () => objects.blob(sealedId));
  return { commit, statement, text, signature, sealed };
}
