import type { PublicKey } from './public-key.ts';

/** One line of the list of who may sign: a person, a key and what for. */
export interface Signer {
  readonly principal: string;
  readonly namespaces: readonly string[];
  readonly key: PublicKey;
  /** From this instant on. */
  readonly validAfter?: Date;
  /** Up to this instant, which still counts. */
  readonly validBefore?: Date;
}
