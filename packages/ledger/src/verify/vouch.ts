import type { Entry } from '../loop/walk-loop.ts';
import { CHECKPOINT_NAMESPACE, type Signed } from '../signatures.ts';
import type { AuditTrust } from './audit-trust.ts';

/** Who vouches for a checkpoint. */
export interface Voucher extends Signed {
  /** Whether the anchor names the key; else the signature is whole, and that is all that is known. */
  readonly isAnchored: boolean;
}

/**
 * Who signed a checkpoint, among the verifiers that the anchor names; `undefined` where nobody did, as on every agent's own
 * machine. Without an anchor the signature is checked by the key that it brings along, which proves only that it is whole.
 *
 * @throws LedgerError `signature-*`, `signer-*`, `namespace-wrong`, `presence-missing`
 */
export async function vouchFor(
  { statement, text, signature }: Pick<Entry, 'statement' | 'text' | 'signature'>,
  { known, signaturesAt }: AuditTrust,
): Promise<Voucher | undefined> {
  if (signature === undefined) return undefined;
  const signatures = await signaturesAt(new Date(statement.predicate.at));
  const verifiers = known.found?.anchor.verifiers ?? [];
  const isAnchored = verifiers.length > 0;
  const lines = isAnchored ? verifiers : [signatures.lineOf(signature, CHECKPOINT_NAMESPACE)];
  return { ...signatures.verify(text, signature, CHECKPOINT_NAMESPACE, lines), isAnchored };
}
