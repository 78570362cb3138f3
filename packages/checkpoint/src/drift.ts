import { NO_LOGS } from './compare-logs.ts';
import type { Question } from './question.ts';

/**
 * The question how the protected branch moved from the locked commit to the base of the loop; none where the base is the
 * locked commit. The agent is not charged with it, and it is not forgotten either: a base that anybody could move for
 * free would be a lock that anybody could reset.
 */
export function questionOfDrift(question: Question): Question | undefined {
  const { locked, base } = question;
  if (locked?.moved === undefined) return undefined;
  const { from, fromTree } = locked.moved;
  return {
    ...question,
    base: from,
    baseTree: fromTree,
    head: base,
    locked: { ...locked, moved: undefined },
    logs: NO_LOGS,
  };
}
