import { type LockChange, lockDelta, type LockSide } from '@pawl/baseline';
import { readResolvedConfig } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { loadInventory, type StoredLock } from '@pawl/ledger';
import type { Syntax } from '@pawl/syntax';
import { judgeStructure } from '../judge-structure.ts';
import { compare, languagesOf, readFiles } from '../read-change.ts';
import { DecisionRefused } from './decision-refused.ts';

/** A lock that is about to be stored. */
export interface NextLock extends LockSide {
  readonly tree: string;
}

/**
 * What a new lock would change, worse things first. Defences are compared by the old lock's configuration: the new one
 * may leave out what it should show.
 */
export async function relockChanges(
  repository: Repository,
  syntax: Syntax,
  before: StoredLock,
  after: NextLock,
): Promise<readonly LockChange[]> {
  const { lock } = before;
  const config = readResolvedConfig(lock.configuration);
  const changes = await compare(repository, lock.tree, after.tree, config);
  const [inventory, files] = await Promise.all([
    loadInventory(repository, before),
    readFiles(repository, changes, config),
    ...languagesOf(changes).map((language) => syntax.load(language)),
  ] as const);
  const { findings } = await judgeStructure(files, syntax, { sensitivity: config.sensitivity, tier: 'full' });
  return lockDelta({ ...lock, inventory }, after, findings);
}

/** Shows one change and asks for it. */
export type AcceptChange = (change: LockChange, at: number, of: number) => Promise<boolean>;

/**
 * Has a person accept, one by one, everything that is not plainly better (L15). There is no answer for all of them.
 *
 * @throws DecisionRefused `needs-a-terminal` where there is something to accept and nobody to ask, `worse-than-before`
 */
export async function acceptChanges(changes: readonly LockChange[], accept: AcceptChange | undefined): Promise<void> {
  const asked = changes.filter(({ direction }) => direction !== 'better');
  if (asked.length > 0 && accept === undefined)
    throw new DecisionRefused(
      'needs-a-terminal',
      `${asked.length} ${asked.length === 1 ? 'thing is' : 'things are'} not as the lock before has it, and a person accepts each at a terminal`,
      { next: 'a person locks in a terminal of their own: pawl lock' },
    );
  for (const [at, change] of asked.entries()) {
    if (await accept?.(change, at + 1, asked.length)) continue;
    throw new DecisionRefused('worse-than-before', 'not everything was accepted, so the lock before stays', {
      next: 'mend what was not accepted, commit, and lock again: pawl lock',
    });
  }
}
