import type { Signatures } from '../signatures.ts';
import { type Known, recallAll, recallFor, type Trust } from '../trust.ts';

/** Everything outside the repository by which a ledger is audited. */
export interface AuditTrust {
  readonly known: Known;
  readonly now: Date;
  /** Who could sign at an instant: a key that counts no more did count for what it signed in its time. */
  signaturesAt(at: Date): Promise<Signatures>;
}

/** @param claimed asks for the id that the repository's locks have; it leads to the user's own anchor in a fresh clone. */
export async function openAuditTrust(
  trust: Trust,
  signaturesAt: (at: Date) => Promise<Signatures>,
  claimed: () => Promise<string | undefined>,
): Promise<AuditTrust> {
  const early = await recallAll(trust);
  const isKnown = early.found !== undefined || early.memory.repository !== undefined;
  const id = isKnown ? undefined : await claimed();
  const known = id === undefined ? early : await recallFor(id, early, trust);
  return { known, now: trust.now(), signaturesAt };
}
