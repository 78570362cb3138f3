import type { ObjectSource } from '../ports.ts';
import { orCorrupt, readEntry, type StoredEntry } from './read-entry.ts';
import { findAnswer } from './read-tip.ts';
import type { Checkpoint } from './statement.ts';
import { questionDigest, writeStatement } from './statement-text.ts';

/** What lies beside a statement. */
export interface Marks {
  /** Signs a statement's text as a verifier; gives the armored signature. */
  readonly sign?: (text: string) => Promise<string>;
  readonly sealed?: Uint8Array;
}

/** The entry that already says what the next one would say, with the marks that it would have. */
export async function findStanding(
  objects: ObjectSource,
  tip: StoredEntry,
  next: Checkpoint,
  marks: Marks,
): Promise<StoredEntry | undefined> {
  const answer = await findAnswer(objects, tip, questionDigest(next.question));
  if (answer === undefined) return undefined;
  const { sequence, previous, at } = answer.statement.predicate;
  if (writeStatement({ ...next, sequence, previous, at }) !== answer.text) return undefined;
  if (next.latch.join() !== tip.statement.predicate.latch.join()) return undefined;
  const entry = await entryOf(objects, tip, answer);
  return (await isMarked(entry, marks)) ? entry : undefined;
}

async function entryOf(
  objects: ObjectSource,
  tip: StoredEntry,
  { statement, statementId }: Pick<StoredEntry, 'statement' | 'statementId'>,
): Promise<StoredEntry> {
  if (statementId === tip.statementId) return tip;
  const { loop, sequence } = tip.statement.predicate;
  const back = sequence - statement.predicate.sequence;
  return orCorrupt(`${JSON.stringify(loop)}, index of commit ${tip.commit}`, async () => {
    const entry = await readEntry(objects, `${tip.commit}~${back}`, loop);
    if (entry.statementId !== statementId) throw new Error('it names a statement that is not in the chain');
    return entry;
  });
}

/**
 * A signature is looked for by signing again: one that somebody else put there, so that a verifier would think its work
 * done, is not that one. Keys that sign differently each time make one entry more, which says nothing wrong.
 */
async function isMarked({ text, signature, sealedId }: StoredEntry, { sign, sealed }: Marks): Promise<boolean> {
  if (sealed !== undefined && sealedId === undefined) return false;
  return sign === undefined || (signature !== undefined && signature === (await sign(text)));
}
