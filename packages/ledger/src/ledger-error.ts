import { PawlError } from '@pawl/errors';

/** What is wrong with the lock, the record of a loop, who signed them, or what lies outside the repository. */
export type LedgerErrorCode =
  /** The commit under the lock's ref does not hold a readable lock. */
  | 'corrupt-lock'
  /** The lock is of a schema that this version does not read. */
  | 'unknown-schema'
  /** The lock lacks something that every lock has. */
  | 'missing-field'
  /** The lock says something that nobody understands. */
  | 'extra-field'
  /** A lock was seen here before and is gone. */
  | 'lock-missing'
  /** The lock is older than one that was seen here before, or than the anchor allows. */
  | 'lock-rolled-back'
  /** The lock does not follow the one before it. */
  | 'broken-link'
  /** The lock says that it judges nothing any more. */
  | 'lock-expired'
  /** The lock was made later than it is now by this clock. */
  | 'clock-behind'
  /** The lock was made in another repository. */
  | 'wrong-repository'
  /** The lock was made for another branch. */
  | 'wrong-target'
  /** The record of a loop is shorter than it was here, or another one. */
  | 'loop-rolled-back'
  /** An entry in the chain of a loop is not what Pawl wrote there, or does not follow the one before it. */
  | 'corrupt-loop'
  /** Somebody locked or decided at the same time. */
  | 'lock-moved'
  /** The remote has another lock in the same place. */
  | 'locks-diverged'
  /** The remote has another checkpoint in the same place, and ours cannot be put behind it. */
  | 'loops-diverged'
  /** Several branches have a lock and nothing says which is meant. */
  | 'ambiguous-target'
  /** A lock that has to be signed is not. */
  | 'signature-missing'
  /** What stands where the signature belongs is none. */
  | 'signature-malformed'
  /** The signature is not one of these bytes. */
  | 'signature-wrong'
  /** A token signed, and nobody touched it. */
  | 'presence-missing'
  /** The signature was made for another purpose. */
  | 'namespace-wrong'
  /** Nobody who may sign holds the key. */
  | 'signer-unknown'
  /** A line of the anchor names anybody, or an authority that names others. */
  | 'signer-wildcard'
  /** The line of the signer does not allow this purpose. */
  | 'signer-not-allowed-namespace'
  /** The key counts no more. */
  | 'signer-expired'
  /** The key does not count yet. */
  | 'signer-not-yet-valid'
  /** The lock can be trusted less than one before it, or than the anchor demands. */
  | 'assurance-fell'
  /** The anchor is set and cannot be used. */
  | 'anchor-unusable'
  /** The memory outside the repository cannot be read or written. */
  | 'memory-unusable'
  /** Somebody else has been writing to the same chain all the time. */
  | 'chain-busy'
  /** The git folder cannot be written. */
  | 'store-unusable';

/**
 * What kept the ledger from telling, or from writing. It is never "no lock" or "not stopped"; `next` says what mends
 * it.
 */
export class LedgerError extends PawlError<LedgerErrorCode> {}
