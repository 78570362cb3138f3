/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.4.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = '58abd7eeeba9d46c5bea2a2f43751d171bf70e75500dc5461d99411474498aa2';
