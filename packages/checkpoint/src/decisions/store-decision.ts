import type { SuccessorFields } from '@pawl/baseline';
import { openSigning, type Signing, storeSuccessor, type TrustedLock } from '@pawl/ledger';
import type { Context } from '../context.ts';
import type { Desk } from './open-desk.ts';

/** Readies the key before a person is asked anything: whoever lacks one learns it first. */
export function openPen(
  { trust }: Pick<Desk, 'trust'>,
  keyFile: string | undefined,
  { cwd, env, terminal }: Context,
): Promise<Signing> {
  return openSigning(trust, { keyFile, cwd, env, isInteractive: terminal });
}

/** Appends a decision to the chain of locks, signed where there is a key. */
export async function storeDecision(
  { repository, lock }: Desk,
  fields: SuccessorFields,
  at: Date,
  pen: Signing,
): Promise<TrustedLock> {
  return storeSuccessor(repository, { after: lock, ...fields, at }, pen);
}
