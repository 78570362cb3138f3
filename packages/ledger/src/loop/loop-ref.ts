import { LOCK_REFS, lockRef, targetOfRef } from '../lock-ref.ts';
import { corruptLoop } from './corrupt-loop.ts';

const PREFIX = 'refs/pawl/loop/';

/** The chain of every loop lies under this prefix; nothing else of ours does. */
export const LOOP_REFS: string = PREFIX;

/** The ref that holds the chain of a loop. The name is one path component, as that of a lock is. */
export function loopRef(loop: string): string {
  return PREFIX + lockRef(loop).slice(LOCK_REFS.length);
}

/**
 * The loop of a chain's ref: the inverse of {@link loopRef}.
 *
 * @throws LedgerError `corrupt-loop` for a ref that `loopRef` gives no loop.
 */
export function loopOfRef(ref: string): string {
  let loop: string | undefined;
  try {
    loop = targetOfRef(LOCK_REFS + ref.slice(PREFIX.length));
  } catch {
    // `%zz`: whoever made the ref, it was not Pawl.
  }
  if (loop === undefined || loopRef(loop) !== ref) throw corruptLoop(ref, 'no loop has this name');
  return loop;
}
