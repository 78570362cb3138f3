import type { Repository } from '@pawl/git';
import {
  type AnsweredEntry,
  type AuditTrust,
  findAnswers,
  latchOfTip,
  questionDigest,
  releasedIn,
  type TrustedLock,
  vouchFor,
} from '@pawl/ledger';
import { baseOf } from '../base.ts';
import { toolsDigest } from '../record.ts';

/** What a verifier has to have judged. */
export interface Sought {
  readonly repository: Repository;
  readonly lock: TrustedLock;
  readonly commit: string;
  /** The loop, by which the base is found. */
  readonly loop: string;
}

/**
 * Whether a verifier that the anchor names judged this commit by the present lock in the full tier, found it clean, and its
 * loop is not stopped since. A checkpoint that nobody signed, or a key that the anchor does not name, counts for nothing.
 *
 * @throws LedgerError where a record cannot be read.
 */
export async function verifiedElsewhere(
  { repository, lock, commit, loop }: Sought,
  trust: AuditTrust,
): Promise<boolean> {
  const answers = await findAnswers(repository, await questionsOf({ repository, lock, commit, loop }));
  for (const answer of answers) if (counts(answer, lock, trust.now) && (await isVouched(answer, trust))) return true;
  return false;
}

/** The same commit may have been judged on its way to the protected branch, or on it. */
async function questionsOf({ repository, lock: stored, commit, loop }: Sought): Promise<readonly string[]> {
  const { lock } = stored;
  const parents = (): Promise<readonly string[]> => Promise.resolve([commit]);
  const [tree, ...bases] = await Promise.all([
    repository.resolveTree(commit),
    ...[loop, `${loop}^`].map(async (name) => (await baseOf(repository, { lock, name, parents })).commit),
  ]);
  const tools = toolsDigest(stored);
  return [...new Set([lock.commit, ...bases])].map((base) =>
    questionDigest({
      lock: stored.commit,
      lockSequence: lock.sequence,
      base,
      tree,
      head: commit,
      tier: 'full',
      tools,
    }),
  );
}

function counts({ statement, tip }: AnsweredEntry, { lock }: TrustedLock, now: Date): boolean {
  const { outcome, latch, repository, at } = statement.predicate;
  const released = releasedIn(lock);
  const isStopped = latchOfTip(tip, released).length > 0 || latch.some((number) => !released.has(number));
  // What was accepted for a while when it was judged may be accepted no more.
  const lapsed = lock.waivers.some(
    ({ expires }) => Date.parse(at) < Date.parse(expires) && Date.parse(expires) <= now.getTime(),
  );
  return outcome === 'clean' && repository === lock.repository && !isStopped && !lapsed;
}

async function isVouched(answer: AnsweredEntry, trust: AuditTrust): Promise<boolean> {
  // Judged at the present: a key that was taken out of the anchor vouches for nothing any more.
  const signaturesAt = (): ReturnType<AuditTrust['signaturesAt']> => trust.signaturesAt(trust.now);
  try {
    return (await vouchFor(answer, { ...trust, signaturesAt }))?.isAnchored === true;
  } catch {
    // A signature that does not count is none: the direction is that of refusing.
    return false;
  }
}
