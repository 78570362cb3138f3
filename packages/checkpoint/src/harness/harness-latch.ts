import { INDEX, type Repository } from '@pawl/git';
import { latchOfTip, openLoopMarks, releasedIn, trustedTip } from '@pawl/ledger';
import { baseOf, parentsOf } from '../base.ts';
import type { Context } from '../context.ts';
import { latchOf } from '../latch.ts';
import { loopName } from '../loop-name.ts';
import { once } from '../once.ts';
import { firstLocked } from './first-locked.ts';
import { lockIn } from './lock-in.ts';

/**
 * The cases that keep the loop of the first locked one of these folders stopped, the oldest first. Nothing is judged and no
 * engine loaded: a harness asks before every call of a tool.
 *
 * @throws LedgerError where the lock or the record cannot be trusted: that is never "not stopped".
 */
export async function harnessLatch(folders: readonly string[], context: Context): Promise<readonly string[]> {
  return (await firstLocked(folders, context, (repository) => latchIn(repository, context))) ?? [];
}

async function latchIn(repository: Repository, context: Context): Promise<readonly string[]> {
  const branch = repository.branch();
  const marks = openLoopMarks(repository.commonDir, context.env);
  const loop = branch.then((current) => loopName({ loop: undefined, head: undefined }, current, repository));
  const newest = loop.then((name) => trustedTip(repository, marks, name));
  // What fails without a lock is nobody's loop.
  newest.catch(() => undefined);
  const stored = await lockIn(repository, branch, context);
  const tip = await newest;
  if (tip !== undefined) return latchOfTip(tip, releasedIn(stored.lock));
  // A loop that has no record yet may go on with the work of one that was stopped (A09).
  const name = await loop;
  const parents = once(() => parentsOf(INDEX, repository));
  const { commit: base } = await baseOf(repository, { lock: stored.lock, name, parents });
  return (await latchOf(repository, { stored, loop: name, parents, base }, { identity: undefined, marks })).cases;
}
