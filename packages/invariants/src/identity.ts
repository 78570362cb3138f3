/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.1.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = '36893e003be45573207cf34f5ee42f1b9ef4b9b32682186874fc63563fcebcae';
