import { digest, type Inventory, type Lock, readInventory, readLock, weightedTotal } from '@pawl/baseline';
import { INVENTORY, LOCK, SIGNATURE } from '../load-lock.ts';
import { rulePath } from '../pinned-tool.ts';
import type { AuditObjects } from './audit-store.ts';
import { committedAt } from './commit-form.ts';

/** One lock of a chain, as it stands there. */
export interface LockEntry {
  readonly commit: string;
  readonly parent: string | undefined;
  readonly lock: Lock;
  /** What the next lock's `previous` is the digest of, and what was signed. */
  readonly text: string;
  readonly signature: string | undefined;
  /** When it was written, by the commit: a decision does not repeat its instant in the document. */
  readonly at: Date;
}

/** Far more than any lock has; an inventory has a line for every finding and file. */
const MAX_TEXT = 256 * 1024 * 1024;

/**
 * Reads the commit of a lock to the last byte: exactly the files that a lock has, each what its digest says, and an
 * inventory with the numbers that the lock gives.
 *
 * @throws Error that says what is wrong; what the reader throws where an object is missing or damaged.
 */
export async function readLockEntry(objects: AuditObjects, commit: string): Promise<LockEntry> {
  const { id, tree, parents, bytes } = await objects.commit(commit);
  const at = committedAt(bytes);
  const files = await filesUnder(objects, tree);
  const text = await textAt(objects, files, LOCK);
  const lock = readLock(text);
  requireExactly(files, [LOCK, INVENTORY, ...rulesOf(lock).map(({ path }) => path)], [SIGNATURE]);
  await requireInventory(objects, files, lock);
  for (const { path, digest: pinned } of rulesOf(lock))
    if (digest(await textAt(objects, files, path)) !== pinned) throw new Error(`${path} is not what was locked`);
  const signature = files.has(SIGNATURE) ? await textAt(objects, files, SIGNATURE) : undefined;
  return { commit: id, parent: parents[0], lock, text, signature, at };
}

async function filesUnder(objects: AuditObjects, tree: string, folder = ''): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, { mode, id }] of await objects.tree(tree)) {
    const path = `${folder}${name}`;
    if (mode === '100644') files.set(path, id);
    else if (mode === '040000')
      for (const [inner, blob] of await filesUnder(objects, id, `${path}/`)) files.set(inner, blob);
    else throw new Error(`it holds ${JSON.stringify(path)} as something else than a file`);
  }
  return files;
}

function rulesOf({ tools }: Lock): readonly { readonly path: string; readonly digest: string }[] {
  return tools.flatMap(({ name, rules }) =>
    rules.map((rule) => ({ path: rulePath(name, rule.name), digest: rule.digest })),
  );
}

function requireExactly(
  files: ReadonlyMap<string, string>,
  required: readonly string[],
  allowed: readonly string[],
): void {
  const missing = required.find((path) => !files.has(path));
  if (missing !== undefined) throw new Error(`${missing} is missing from it`);
  const extra = [...files.keys()].find((path) => !required.includes(path) && !allowed.includes(path));
  if (extra !== undefined) throw new Error(`it holds ${JSON.stringify(extra)}, which no lock does`);
}

async function requireInventory(
  objects: AuditObjects,
  files: ReadonlyMap<string, string>,
  { inventory: pinned }: Lock,
): Promise<void> {
  const text = await textAt(objects, files, INVENTORY);
  if (digest(text) !== pinned.digest) throw new Error('its inventory is not the one it was made with');
  const counted = countsOf(readInventory(text));
  for (const [name, count] of Object.entries(counted))
    if (pinned[name as keyof typeof counted] !== count)
      throw new Error(`it counts ${pinned[name as keyof typeof counted]} ${name}, and its inventory has ${count}`);
}

function countsOf({ findings, suppressions, coverage }: Inventory): Omit<Lock['inventory'], 'digest'> {
  return {
    findings: findings.length,
    suppressions: suppressions.length,
    weightedTotal: weightedTotal(findings),
    examined: new Set(coverage.examined.map(({ file }) => file)).size,
    notExamined: new Set(coverage.notExamined.map(({ file }) => file)).size,
  };
}

async function textAt(objects: AuditObjects, files: ReadonlyMap<string, string>, path: string): Promise<string> {
  const id = files.get(path);
  if (id === undefined) throw new Error(`${path} is missing from it`);
  const bytes = await objects.blob(id);
  if (bytes.length > MAX_TEXT) throw new Error(`${path} has ${bytes.length} bytes`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
