import type { Repository } from '@pawl/git';
import { lockRef } from '@pawl/ledger';

export type Refs = Readonly<Record<string, string | null>>;

/** What a command could have done to what decides, as a person is told it. */
export type Tampering = 'lock-changed' | 'base-moved';

type Place = Pick<Repository, 'readRefs' | 'mergeBase' | 'head'>;

/** Where the lock, the protected branch and the loop's own branch are. */
export async function readWatched(
  place: Place,
  { target, loop }: { readonly target: string; readonly loop: string },
): Promise<Refs> {
  const names = [lockRef(target), ...protectedRefs(target), `refs/heads/${loop}`];
  const found = await place.readRefs(names);
  return Object.fromEntries(names.map((name) => [name, found.get(name) ?? null]));
}

/**
 * What was done to the lock or the base while a command ran. A protected branch that moved is nothing as long as the loop has
 * none of it: people go on working there. One whose new commits the loop has would be compared with itself.
 */
export async function tamperingWith(place: Place, before: Refs, target: string): Promise<Tampering | undefined> {
  const now = await place.readRefs([lockRef(target), ...protectedRefs(target)]);
  if ((now.get(lockRef(target)) ?? null) !== before[lockRef(target)]) return 'lock-changed';
  const head = await place.head();
  for (const ref of protectedRefs(target)) {
    const [old, current] = [before[ref] ?? undefined, now.get(ref)];
    if (current === old || current === undefined || head === undefined) continue;
    const [was, is] = [old && (await place.mergeBase(head, old)), await place.mergeBase(head, current)];
    if (is !== was) return 'base-moved';
  }
  return undefined;
}

function protectedRefs(target: string): readonly string[] {
  return [`refs/heads/${target}`, `refs/remotes/origin/${target}`];
}
