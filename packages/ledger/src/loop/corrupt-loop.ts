import { LedgerError } from '../ledger-error.ts';

/** Something in the chain of a loop is not what Pawl wrote there. `where` names the chain, or the entry in it. */
export function corruptLoop(where: string, why: string, cause?: unknown): LedgerError {
  return new LedgerError('corrupt-loop', `the record of the loop ${where} is damaged: ${why}`, {
    next: 'a person finds out who wrote there, and restores the ref from a clone that has the whole chain: pawl verify',
    cause,
  });
}
