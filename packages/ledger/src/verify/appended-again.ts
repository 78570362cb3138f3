import { canonicalJson } from '@pawl/baseline';
import type { Entry } from '../loop/walk-loop.ts';
import { readStatement } from '../loop/statement-text.ts';
import type { Statement } from '../loop/statement.ts';
import type { AuditObjects } from './audit-store.ts';

const LINE = /^Was: ([0-9a-f]{40,64})$/mu;

/** The line of a commit's message that names the entry which it repeats behind others. */
export function wasLine(commit: string): string {
  return `Was: ${commit}`;
}

/** Whether one of the entries repeats that commit: two clones that both appended were reconciled, and nothing was lost. */
export async function isAppendedAgain(
  commit: string,
  entries: readonly Pick<Entry, 'commit' | 'statement'>[],
  objects: AuditObjects,
): Promise<boolean> {
  for (const { commit: later, statement } of [...entries].reverse()) {
    const message = new TextDecoder().decode((await objects.commit(later)).bytes);
    if (LINE.exec(message)?.[1] !== commit) continue;
    const original = await statementAt(objects, commit).catch(() => undefined);
    // git may have collected the original by now; then nothing shows that it said the same.
    return original !== undefined && saysTheSame(original, statement);
  }
  return false;
}

async function statementAt(objects: AuditObjects, commit: string): Promise<Statement> {
  const files = await objects.tree((await objects.commit(commit)).tree);
  const id = files.get('statement.json')?.id;
  if (id === undefined) throw new Error(`${commit} holds no statement`);
  return readStatement(new TextDecoder('utf-8', { fatal: true }).decode(await objects.blob(id)));
}

/** All but the place in the chain, and the latch, which carries what the entries before it opened. */
function saysTheSame(one: Statement, other: Statement): boolean {
  const [a, b] = [one, other].map(({ predicate }) => canonicalJson({ ...predicate, ...PLACE }));
  return a === b;
}

const PLACE = { sequence: 0, previous: null, latch: [] } as const;
