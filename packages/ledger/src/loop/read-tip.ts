import { isPawlError } from '@pawl/errors';
import type { LoopStore, ObjectSource } from '../ports.ts';
import { corruptLoop } from './corrupt-loop.ts';
import { LOOP_REFS, loopOfRef, loopRef } from './loop-ref.ts';
import { lookUp } from './question-index.ts';
import { orCorrupt, readEntry, readText, type StoredEntry } from './read-entry.ts';
import { requireLink } from './require-link.ts';
import type { Statement } from './statement.ts';
import { questionDigest, readStatement } from './statement-text.ts';
import { withObjects } from './with-objects.ts';

/** The newest entry of a loop and the commit that holds it. */
export interface Tip {
  readonly commit: string;
  readonly statement: Statement;
}

/**
 * The newest entry of a loop, and that it follows the one before it; `undefined` when the loop has none.
 *
 * @throws LedgerError `corrupt-loop`: a record that cannot be read is never "not stopped yet".
 */
export async function readTip(store: LoopStore, loop: string): Promise<Tip | undefined> {
  return withObjects(store, async (objects) => {
    const tip = await readLastLink(store, objects, loop);
    return tip && { commit: tip.commit, statement: tip.statement };
  });
}

/**
 * The newest statement that answers a question, named by `questionDigest`; `undefined` when it was not asked in this loop.
 *
 * @throws LedgerError `corrupt-loop`
 */
export async function findEntry(store: LoopStore, loop: string, question: string): Promise<Statement | undefined> {
  return withObjects(store, async (objects) => {
    const tip = await readLastLink(store, objects, loop);
    return tip && (await findAnswer(objects, tip, question))?.statement;
  });
}

/** Every loop that has a record, by name, with the commit of its newest entry. */
export async function listLoops(store: LoopStore): Promise<ReadonlyMap<string, string>> {
  const refs = await refsUnder(store, LOOP_REFS);
  return new Map([...refs].map(([ref, commit]) => [loopOfRef(ref), commit]));
}

/**
 * The newest entry of every loop, from one process however many there are: branches come and go, and their records stay.
 * That each follows the one before it is for whoever goes on with that loop to see.
 *
 * @throws LedgerError `corrupt-loop`
 */
export async function readTips(store: LoopStore): Promise<readonly Tip[]> {
  const loops = await listLoops(store);
  if (loops.size === 0) return [];
  return withObjects(store, async (objects) => {
    const tips: Tip[] = [];
    for (const [loop, commit] of loops) tips.push(await readEntry(objects, commit, loop));
    return tips;
  });
}

/** The tip with the ids of what lies beside its statement. */
export async function readLastLink(
  store: LoopStore,
  objects: ObjectSource,
  loop: string,
): Promise<StoredEntry | undefined> {
  const ref = loopRef(loop);
  const commit = await orCorruptRef(ref, () => store.readRef(ref));
  if (commit === undefined) return undefined;
  const tip = await readEntry(objects, commit, loop);
  const before = tip.parent === undefined ? undefined : await readEntry(objects, tip.parent, loop);
  await requireLink(objects, before, tip);
  return tip;
}

/** What the index names is read as strictly as the tip: it is believed in its place. */
export async function findAnswer(
  objects: ObjectSource,
  tip: StoredEntry,
  question: string,
): Promise<Pick<StoredEntry, 'statement' | 'statementId' | 'text'> | undefined> {
  const { loop, sequence } = tip.statement.predicate;
  return orCorrupt(`${JSON.stringify(loop)}, index of commit ${tip.commit}`, async () => {
    const statementId = await lookUp(objects, tip.index, question);
    if (statementId === undefined) return undefined;
    const text = await readText(objects, statementId);
    const statement = readStatement(text);
    const { predicate } = statement;
    if (predicate.loop !== loop || predicate.sequence > sequence || questionDigest(predicate.question) !== question)
      throw new Error('it names a statement that answers something else');
    return { statement, statementId, text };
  });
}

function refsUnder(store: LoopStore, prefix: string): Promise<ReadonlyMap<string, string>> {
  return orCorruptRef(prefix, () => store.listRefs(prefix));
}

async function orCorruptRef<Found>(name: string, find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (cause) {
    if (isPawlError(cause) && cause.code === 'broken-ref') throw corruptLoop(name, cause.message, cause);
    throw cause;
  }
}
