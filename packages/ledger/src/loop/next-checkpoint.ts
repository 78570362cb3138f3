import { digest } from '@pawl/baseline';
import { caseDigest } from '../cases.ts';
import { LedgerError } from '../ledger-error.ts';
import type { StoredEntry } from './read-entry.ts';
import type { Checkpoint, CheckpointDraft } from './statement.ts';

/** What keeps the loop stopped, besides what its chain says. */
export interface Latching {
  /** The stops that a person has released, as `releasedIn` names them: they are dropped from the latch. */
  readonly released: ReadonlySet<string>;
  /** Stops of other loops that hold for this one too: it goes on with their work, or is of the same identity. */
  readonly inherited?: readonly string[];
  /** Whether the draft's own case stops the loop, as it does by default: what a person commits by hand need not. */
  readonly latches?: boolean;
}

/**
 * A draft in its place after the tip.
 *
 * @throws LedgerError `wrong-repository` when the chain was made under locks of another repository.
 */
export function nextCheckpoint(
  draft: CheckpointDraft,
  tip: StoredEntry | undefined,
  { released, inherited = [], latches = true }: Latching,
): Checkpoint {
  const last = tip?.statement.predicate;
  if (last !== undefined && last.repository !== draft.repository) throw strange(draft.loop, last.repository);
  const opened = draft.case !== null && latches ? [caseDigest(draft.question)] : [];
  const open = new Set([...(last?.latch ?? []), ...inherited, ...opened]);
  return {
    ...draft,
    sequence: (last?.sequence ?? 0) + 1,
    previous: tip === undefined ? null : digest(tip.text),
    latch: [...open].filter((stop) => !released.has(stop)),
  };
}

function strange(loop: string, repository: string): LedgerError {
  return new LedgerError(
    'wrong-repository',
    `the record of the loop ${JSON.stringify(loop)} was made under the locks of repository ${repository}`,
    { next: 'a person finds out where it came from, and removes it or puts the right lock back: pawl log' },
  );
}
