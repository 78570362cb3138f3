import { isPawlError } from '@pawl/errors';
import { LedgerError } from '../ledger-error.ts';
import type { ObjectSource } from '../ports.ts';
import { corruptLoop } from './corrupt-loop.ts';
import { INDEX, lookUp } from './question-index.ts';
import type { Statement } from './statement.ts';
import { questionDigest, readStatement } from './statement-text.ts';

/** An entry as it is stored, with the ids of what was not read yet. */
export interface StoredEntry {
  readonly commit: string;
  readonly parent: string | undefined;
  readonly statement: Statement;
  /** What the next entry's `previous` is the digest of, and what a verifier signed. */
  readonly text: string;
  readonly signature: string | undefined;
  /** Blob ids. */
  readonly statementId: string;
  readonly sealedId: string | undefined;
  /** The tree of the index. */
  readonly index: string;
}

/** What the commit of an entry may hold, and nothing else. */
const MODES: Readonly<Record<string, string>> = {
  'statement.json': '100644',
  'statement.json.sig': '100644',
  'sealed.age': '100644',
  [INDEX]: '040000',
};

/** More than any statement has; a person's patience, and this machine's memory, are not for a stranger to use up. */
const MAX_TEXT = 1 << 20;

/**
 * Reads one entry strictly.
 *
 * @throws LedgerError `corrupt-loop`
 */
export async function readEntry(objects: ObjectSource, rev: string, loop: string): Promise<StoredEntry> {
  return orCorrupt(`${JSON.stringify(loop)}, commit ${rev}`, async () => {
    const { id: commit, tree, parents } = await objects.commit(rev);
    const files = await objects.tree(tree);
    for (const [name, { mode }] of files)
      if (!Object.hasOwn(MODES, name) || MODES[name] !== mode) throw new Error(`it holds ${JSON.stringify(name)}`);
    const [statementId, index] = [files.get('statement.json')?.id, files.get(INDEX)?.id];
    if (statementId === undefined || index === undefined) throw new Error('it holds no statement, or no index');
    const signatureId = files.get('statement.json.sig')?.id;
    const text = await readText(objects, statementId);
    const entry = {
      commit,
      parent: parents[0],
      statement: readStatement(text),
      text,
      signature: signatureId === undefined ? undefined : await readText(objects, signatureId),
      statementId,
      sealedId: files.get('sealed.age')?.id,
      index,
    };
    requirePlace(entry, parents.length, loop);
    await requireIndexed(objects, entry);
    return entry;
  });
}

export async function readText(objects: ObjectSource, id: string): Promise<string> {
  const bytes = await objects.blob(id);
  if (bytes.length > MAX_TEXT) throw new Error(`a text of it has ${bytes.length} bytes`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Whatever goes wrong while the chain is read, the chain is what cannot be relied on. */
export async function orCorrupt<T>(where: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof LedgerError || (isPawlError(cause) && NO_DAMAGE.has(cause.code))) throw cause;
    throw corruptLoop(where, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** git could not be asked, which says nothing of the chain. */
const NO_DAMAGE: ReadonlySet<string> = new Set(['git-missing', 'git-killed', 'git-failed']);

function requirePlace({ statement: { predicate }, parent }: StoredEntry, parents: number, loop: string): void {
  if (predicate.loop !== loop) throw new Error(`it is of the loop ${JSON.stringify(predicate.loop)}`);
  if (parents > 1) throw new Error('it follows two entries');
  if ((predicate.sequence === 1) !== (parent === undefined)) throw new Error('its commit does not follow what it does');
}

async function requireIndexed(objects: ObjectSource, { index, statement, statementId }: StoredEntry): Promise<void> {
  const found = await lookUp(objects, index, questionDigest(statement.predicate.question));
  if (found !== statementId) throw new Error('its index does not name it');
}
