import { withChainLock } from '../chain-lock.ts';
import { LedgerError } from '../ledger-error.ts';
import { lockRef } from '../lock-ref.ts';
import { loopRef } from '../loop/loop-ref.ts';
import type { Entry } from '../loop/walk-loop.ts';
import type { LoopStore } from '../ports.ts';
import { appendAgain, type Stretch } from './append-again.ts';
import { walkBack } from './walk-back.ts';

/** How our chain and theirs became one. */
export interface Reconciled {
  /** The newest commit of the chain here, after all. */
  readonly tip: string;
  /** How our chain came to have everything that theirs has. */
  readonly how: 'same' | 'ahead' | 'new' | 'forward' | 'appended-again';
  /** The entries that were ours alone and stand behind theirs now. */
  readonly again: number;
}

/**
 * Makes our chain of locks one that has all of theirs, which was verified before. Two people who locked at once have made two
 * baselines; which one counts is for people to say.
 *
 * @throws LedgerError `locks-diverged`
 */
export async function reconcileLocks(store: LoopStore, target: string, theirs: string): Promise<Reconciled> {
  const ref = lockRef(target);
  return withChainLock(store.commonDir, ref, async () => {
    const forward = await moveForward(store, ref, theirs);
    if (forward !== undefined) return forward;
    throw new LedgerError('locks-diverged', `${ref}: two locks follow the same one, ours and the remote's`, {
      next: `people agree on one. To take theirs: git update-ref ${ref} ${theirs}, then decide again what ours decided`,
    });
  });
}

/**
 * Makes our chain of a loop one that has all of theirs, which was verified before. What only we have is repeated behind
 * theirs; the ref moves once, so that whoever is killed meanwhile leaves the old chain or the new one.
 *
 * @throws LedgerError `loops-diverged` where an entry of ours is signed: its signature is over its place, too.
 */
export async function reconcileLoop(store: LoopStore, loop: string, theirs: string): Promise<Reconciled> {
  const ref = loopRef(loop);
  return withChainLock(store.commonDir, ref, async () => {
    const forward = await moveForward(store, ref, theirs);
    if (forward !== undefined) return forward;
    const ours = (await store.readRef(ref)) as string;
    const alone = await oursAlone(store, loop, ours, theirs);
    const tip = await appendAgain(store, loop, alone, theirs);
    await store.updateRef(ref, tip, ours);
    return { tip, how: 'appended-again', again: alone.entries.length };
  });
}

async function moveForward(store: LoopStore, ref: string, theirs: string): Promise<Reconciled | undefined> {
  const ours = await store.readRef(ref);
  if (ours === theirs) return { tip: ours, how: 'same', again: 0 };
  if (ours !== undefined && (await store.isAncestor(theirs, ours))) return { tip: ours, how: 'ahead', again: 0 };
  if (ours !== undefined && !(await store.isAncestor(ours, theirs))) return undefined;
  await store.updateRef(ref, theirs, ours);
  return { tip: theirs, how: ours === undefined ? 'new' : 'forward', again: 0 };
}

/** What stands behind the newest entry that both have; two chains may have none in common. */
async function oursAlone(store: LoopStore, loop: string, ours: string, theirs: string): Promise<Stretch> {
  const entries: Entry[] = [];
  for await (const entry of walkBack(store, loop, ours)) {
    if (await store.isAncestor(entry.commit, theirs)) return { entries, latchBefore: entry.statement.predicate.latch };
    if (entry.signature !== undefined) throw signedAlone(loop, entry);
    entries.unshift(entry);
  }
  return { entries, latchBefore: [] };
}

function signedAlone(loop: string, { commit, statement }: Entry): LedgerError {
  const { sequence } = statement.predicate;
  return new LedgerError(
    'loops-diverged',
    `${loopRef(loop)}: the remote has another checkpoint ${sequence} than ours (commit ${commit}), which is signed`,
    {
      next: `let each verifier record its own loop: pawl check --loop NAME; this chain stays as it is until a person moves it`,
    },
  );
}
