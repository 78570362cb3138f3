import { createHash } from 'node:crypto';
import type { Contracts } from './contract.ts';

/** Rises with every change of how contracts are read and judged. */
export const CONTRACTS_VERSION = '0.1.0';

/**
 * The identity of the engine: evaluations are cached under it, and a lock pins it. Written down; `identity.spec.ts` fails until it is right.
 */
export const CONTRACTS_DIGEST = '5d29e34e61d4c5725e60b650eb311431d367ea056e6cf92a20a14ba72c841295';

/** The identity of a project's contracts, whatever their comments and layout: the other half of what evaluations are cached under. */
export function contractsDigest({ contracts }: Contracts): string {
  return createHash('sha256').update(JSON.stringify(contracts)).digest('hex');
}
