import type { LoopStore } from '../ports.ts';
import { findAnswer, listLoops, type Tip } from './read-tip.ts';
import { orCorrupt, readEntry, type StoredEntry } from './read-entry.ts';
import { withObjects } from './with-objects.ts';

/** What a loop answered, as it stands in its chain; who signed it is for the reader to find out. */
export interface AnsweredEntry extends Pick<StoredEntry, 'commit' | 'statement' | 'text' | 'signature'> {
  /** The newest entry of that loop. */
  readonly tip: Tip;
}

/**
 * The newest answer of each loop to each of some questions, named by `questionDigest`.
 *
 * @throws LedgerError `corrupt-loop`
 */
export async function findAnswers(store: LoopStore, questions: readonly string[]): Promise<readonly AnsweredEntry[]> {
  const loops = await listLoops(store);
  if (loops.size === 0) return [];
  return withObjects(store, async (objects) => {
    const found: AnsweredEntry[] = [];
    for (const [loop, newest] of loops) {
      const tip = await readEntry(objects, newest, loop);
      for (const question of questions) {
        const answer = await findAnswer(objects, tip, question);
        if (answer === undefined) continue;
        const back = tip.statement.predicate.sequence - answer.statement.predicate.sequence;
        const entry = await readEntry(objects, `${tip.commit}~${back}`, loop);
        await orCorrupt(`${JSON.stringify(loop)}, commit ${entry.commit}`, async () => {
          if (entry.text !== answer.text) throw new Error('the index names another statement than the chain has there');
        });
        const { commit, statement, text, signature } = entry;
        found.push({ commit, statement, text, signature, tip: { commit: tip.commit, statement: tip.statement } });
      }
    }
    return found;
  });
}
