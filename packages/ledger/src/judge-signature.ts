import { type Lock, writeLock } from '@pawl/baseline';
import { type Assurance, higher, isLess } from './assurance.ts';
import { LedgerError } from './ledger-error.ts';
import { LOCK_NAMESPACE, type Signatures, type Signed } from './signatures.ts';
import type { Known, Trust } from './trust.ts';

/** How far a lock can be trusted, and by whose word. */
export interface Judged {
  readonly assurance: Assurance;
  /** Absent where there is no signature. */
  readonly signedBy?: Signed;
  /** The signer as a line of an anchor, where the memory is to vouch for the key from now on. */
  readonly firstSeen?: string;
}

/**
 * Judges a lock by its signature: by the anchor's signers where it names any, else by the key that was seen first.
 *
 * @throws LedgerError `signature-missing`, `assurance-fell`, and what {@link Signatures} throws.
 */
export async function judgeSignature(
  lock: Lock,
  signature: string | undefined,
  known: Known,
  trust: Pick<Trust, 'signatures'>,
): Promise<Judged> {
  const judged = signature === undefined ? unsigned(known) : await bySigner(writeLock(lock), signature, known, trust);
  const demanded = demandOf(known);
  if (isLess(judged.assurance, demanded)) throw fell(judged.assurance, demanded, known);
  return judged;
}

/** What a lock must have: never less than the anchor says, and never less than an earlier one had. */
export function demandOf({ memory, found }: Known): Assurance {
  return higher(memory.assurance, found?.anchor.assurance ?? 'unsigned');
}

function unsigned({ found }: Known): Judged {
  if (found !== undefined && found.anchor.assurance !== 'unsigned')
    throw new LedgerError('signature-missing', `the anchor in ${found.from} wants locks signed, and this one is not`, {
      next: 'let a person who may sign lock again: pawl lock --sign-with KEYFILE',
    });
  return { assurance: 'unsigned' };
}

async function bySigner(
  text: string,
  signature: string,
  { memory, found }: Known,
  trust: Pick<Trust, 'signatures'>,
): Promise<Judged> {
  const signatures = await trust.signatures();
  const anchored = found?.anchor.signers ?? [];
  const remembered = memory.signers.length > 0 ? memory.signers : [signatures.lineOf(signature, LOCK_NAMESPACE)];
  const lines = anchored.length > 0 ? anchored : remembered;
  const signedBy = signatures.verify(text, signature, LOCK_NAMESPACE, lines);
  // A key for which only its first use speaks may be one that the agent made, and a token's key may be one that says so.
  if (anchored.length === 0)
    return {
      assurance: 'advisory',
      signedBy,
      ...(memory.signers.length === 0 && { firstSeen: remembered[0] as string }),
    };
  return { assurance: await assuranceOf(signedBy, anchored, memory.keyFiles, signatures), signedBy };
}

/** A key that who works on this machine can use, an agent can use too: only a touch, or another machine, is a person (L06). */
async function assuranceOf(
  { isHardware, fingerprint }: Signed,
  lines: readonly string[],
  keyFiles: readonly string[],
  signatures: Signatures,
): Promise<Assurance> {
  if (isHardware) return 'locked';
  return (await signatures.isOnThisMachine(fingerprint, lines, keyFiles)) === 'no' ? 'locked' : 'advisory';
}

function fell(assurance: Assurance, demanded: Assurance, { found }: Known): LedgerError {
  const who = isLess(found?.anchor.assurance ?? 'unsigned', demanded)
    ? `a lock that was seen here before was ${demanded}`
    : `the anchor demands ${demanded}`;
  const signIt =
    demanded === 'locked'
      ? 'lock again with the key of a token, or with one that is not on this machine'
      : 'lock again with a signature';
  return new LedgerError('assurance-fell', `the lock is ${assurance}, and ${who}`, {
    next: `${signIt}: pawl lock --sign-with KEYFILE; a person who wants less says so: pawl trust require ${assurance}`,
  });
}
