import { INDEX, indexPath } from '../loop/question-index.ts';
import { nextCheckpoint } from '../loop/next-checkpoint.ts';
import { readEntry } from '../loop/read-entry.ts';
import { questionDigest, writeStatement } from '../loop/statement-text.ts';
import type { Entry } from '../loop/walk-loop.ts';
import { withObjects } from '../loop/with-objects.ts';
import type { LoopStore } from '../ports.ts';
import { wasLine } from './appended-again.ts';

/** Entries of a chain, oldest first, and the cases that were open before the first of them. */
export interface Stretch {
  readonly entries: readonly Omit<Entry, 'signature'>[];
  readonly latchBefore: readonly string[];
}

/**
 * Repeats entries behind another one, each whole but for its place: its sequence, what it follows, and the latch, which
 * carries what the entries before it opened now. Each commit names the one that it repeats.
 *
 * @returns the last commit, which no ref names yet.
 */
export async function appendAgain(
  store: LoopStore,
  loop: string,
  { entries, latchBefore }: Stretch,
  onto: string,
): Promise<string> {
  let [tip, carried] = [onto, latchBefore];
  for (const entry of entries) {
    tip = await appendOne(store, loop, { ...entry, carried }, tip);
    carried = entry.statement.predicate.latch;
  }
  return tip;
}

async function appendOne(
  store: LoopStore,
  loop: string,
  { commit, statement, sealed, carried }: Omit<Entry, 'signature'> & { readonly carried: readonly string[] },
  onto: string,
): Promise<string> {
  const before = await withObjects(store, (objects) => readEntry(objects, onto, loop));
  const { predicate } = statement;
  const gained = predicate.latch.filter((stop) => !carried.includes(stop));
  // Nothing is dropped here: who let go of a case on the one side may not have known of it on the other.
  const next = nextCheckpoint(predicate, before, { released: new Set(), inherited: gained, latches: false });
  const text = writeStatement(next);
  return store.writeCommit({
    files: {
      'statement.json': text,
      [indexPath(questionDigest(next.question))]: text,
      ...(sealed === undefined ? {} : { 'sealed.age': sealed }),
    },
    parents: [onto],
    message: `Checkpoint ${next.sequence} of ${loop}: ${next.outcome}\n\n${wasLine(commit)}\n`,
    at: new Date(next.at),
    keep: { of: onto, folders: [INDEX] },
  });
}
