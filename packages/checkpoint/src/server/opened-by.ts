import type { Repository } from '@pawl/git';
import { caseDigest, type Tip, walkBack } from '@pawl/ledger';

/**
 * Which of the stops that keep a loop stopped an identity opened. The newest entry alone does not tell: a person may have
 * pushed to the same branch since, and whoever was stopped on it is stopped everywhere all the same (A09).
 */
export async function openedBy(
  identity: string,
  repository: Repository,
  { commit, statement }: Tip,
  stops: readonly string[],
): Promise<readonly string[]> {
  const sought = new Set(stops);
  if (sought.size === 0) return [];
  const opened: string[] = [];
  for await (const { statement: entry } of walkBack(repository, statement.predicate.loop, commit)) {
    const { case: number, identity: by, question } = entry.predicate;
    if (number === null) continue;
    // Older versions latched by the number.
    const found = [caseDigest(question), number].filter((stop) => sought.delete(stop));
    if (by === identity) opened.push(...found);
    if (sought.size === 0) break;
  }
  return opened;
}
