import { hasEnded, type Holder, isHere } from '@pawl/ledger';
import { familyOf } from '@pawl/process';

/** Ends a command that outlived the loop that started it: two agents in one work tree would judge each other's work. */
export async function endLeftOver(child: Holder | null): Promise<void> {
  // Without the time of its start the number could be that of anybody's process by now.
  if (child === null || child.started === null) return;
  if ((await isHere(child)) && !(await hasEnded(child))) familyOf(child.pid).kill();
}
