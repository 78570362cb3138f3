import type { Gated } from './gated-updates.ts';
import { type JudgedPush, protectedBranch } from './judge-push.ts';
import { forbidden } from './require-ledger.ts';

/**
 * Requires of a protected branch that it stays and only grows: what people accepted on it is what others are compared with,
 * and a branch that is put back would take it away. People may.
 *
 * @throws ReceiveError `forbidden-ref`
 */
export async function requireForward(
  { judged, deleted }: Gated,
  { pusher, targets, server: { repository } }: JudgedPush,
): Promise<void> {
  if (pusher.isPerson) return;
  const gone = deleted.find(({ ref }) => protectedBranch(ref, targets) !== undefined);
  if (gone !== undefined) throw forbidden(gone.ref, 'is a protected branch, and only a person deletes it');
  for (const { ref, from, commit } of judged)
    if (
      from !== undefined &&
      protectedBranch(ref, targets) !== undefined &&
      !(await repository.isAncestor(from, commit))
    )
      throw forbidden(ref, 'is a protected branch, and only a person puts it back or rewrites it');
}
