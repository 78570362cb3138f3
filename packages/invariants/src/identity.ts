/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.3.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = 'bc0d54f6f03dfbcb500a714c9bbd020dc0e0b38cb7d8de0aa162d7c6a8463c87';
