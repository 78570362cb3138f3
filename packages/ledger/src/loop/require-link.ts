import { digest } from '@pawl/baseline';
import type { ObjectSource } from '../ports.ts';
import { requireOneAnswer } from './question-index.ts';
import { orCorrupt, type StoredEntry } from './read-entry.ts';
import { questionDigest } from './statement-text.ts';

/**
 * Requires of an entry that it follows the one before it; `before` is undefined for the first.
 *
 * @throws LedgerError `corrupt-loop` that names the entry.
 */
export async function requireLink(
  objects: ObjectSource,
  before: StoredEntry | undefined,
  entry: StoredEntry,
): Promise<void> {
  const { loop, sequence } = entry.statement.predicate;
  await orCorrupt(`${JSON.stringify(loop)}, entry ${sequence} (commit ${entry.commit})`, async () => {
    if (entry.parent !== before?.commit) throw new Error('its commit follows another one');
    requireStatement(before, entry);
    const question = questionDigest(entry.statement.predicate.question);
    await requireOneAnswer(objects, before?.index, entry.index, question);
  });
}

function requireStatement(before: StoredEntry | undefined, entry: StoredEntry): void {
  const last = before?.statement.predicate;
  const { sequence, previous, repository } = entry.statement.predicate;
  if (sequence !== (last?.sequence ?? 0) + 1) throw new Error(`it follows entry ${last?.sequence ?? 0}`);
  if (previous !== (before === undefined ? null : digest(before.text)))
    throw new Error('the statement before it is not the one that it names');
  if (last !== undefined && repository !== last.repository) throw new Error('it was made in another repository');
  // Which cases keep the loop stopped is told by other chains: a release ends a latch, and another loop's stop may start one.
}
